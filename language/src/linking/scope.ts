import {
  type AstNode,
  type AstNodeDescription,
  type AstNodeLocator,
  type AstReflection,
  EMPTY_STREAM,
  type LangiumCoreServices,
  type ReferenceInfo,
  type Scope,
  type ScopeProvider,
  stream,
} from 'langium';
import * as ast from '../generated/ast.ts';
import { linesOf } from '../structure/placement.ts';
import { documentOf, fileOf, headingOf } from './files.ts';
import type { Declared, Workspace } from './workspace.ts';

/**
 * Which declarations a reference can mean. Names are looked up in maps, kind by kind, through the files that are used: a file's own first.
 * Three kinds are special: playbooks are known in the whole workspace, choices belong to the fact they are said of, and steps to their file.
 */
export class PlaybookScopeProvider implements ScopeProvider {
  private readonly reflection: AstReflection;
  private readonly locator: AstNodeLocator;
  private readonly workspace: Workspace;
  private readonly described = new WeakMap<AstNode, AstNodeDescription>();
  private readonly concreteKinds = new Map<string, readonly string[]>();

  constructor(services: LangiumCoreServices, workspace: Workspace) {
    this.reflection = services.shared.AstReflection;
    this.locator = services.workspace.AstNodeLocator;
    this.workspace = workspace;
  }

  getScope(context: ReferenceInfo): Scope {
    const type = this.reflection.getReferenceType(context);
    switch (type) {
      case ast.Choice.$type:
        return this.listed(choicesFor(context, this.workspace));
      case ast.Stage.$type:
        return this.stageScope(context.container);
      case ast.Step.$type:
        return this.ownSteps(context.container);
      case ast.Heading.$type:
        return this.playbooks();
      case 'Beatable':
        return ast.isHeading(context.container.$container)
          ? this.playbooks()
          : this.declared(context.container, [ast.Escalation.$type]);
      case 'Happening':
      case 'Subject': {
        const fittingType = subjectType(context.container, type);
        const fitting = this.declared(context.container, this.kindsOf(fittingType));
        const declared = this.declared(context.container, this.kindsOf(type));
        // What happens may be a playbook, which needs no `use`; a fact or a team can't be one.
        return fittingType === 'Happening'
          ? withFallback(withFallback(fitting, this.playbooks()), declared)
          : withFallback(withFallback(fitting, declared), this.playbooks());
      }
      default:
        return this.declared(context.container, this.kindsOf(type));
    }
  }

  /** The kinds of declarations that a reference of a (union) type can name. */
  kindsOf(type: string): readonly string[] {
    let kinds = this.concreteKinds.get(type);
    if (!kinds) {
      kinds = this.reflection.getAllSubTypes(type);
      this.concreteKinds.set(type, kinds);
    }
    return kinds;
  }

  private declared(from: AstNode, kinds: readonly string[]): Scope {
    const document = documentOf(from);
    const find = (name: string) => this.workspace.visible(document, kinds, name).map((node) => this.describe(node));
    return {
      getElement: (name) => find(name)[0],
      getElements: (name) => stream(find(name)),
      getAllElements: () => stream(this.workspace.allVisible(document, kinds)).map((node) => this.describe(node)),
    };
  }

  private playbooks(): Scope {
    const kind = ast.Heading.$type;
    const find = (name: string) => this.workspace.everywhere(kind, name).map((node) => this.describe(node));
    return {
      getElement: (name) => find(name)[0],
      getElements: (name) => stream(find(name)),
      getAllElements: () => this.listed(this.workspace.headings()).getAllElements(),
    };
  }

  private ownSteps(from: AstNode): Scope {
    const steps = this.workspace.declarationsOf(documentOf(from)).get(ast.Step.$type);
    const find = (name: string) => (steps?.get(name) ?? []).map((node) => this.describe(node));
    return {
      getElement: (name) => find(name)[0],
      getElements: (name) => stream(find(name)),
      getAllElements: () => stream([...(steps?.values() ?? [])].flat()).map((node) => this.describe(node)),
    };
  }

  private stageScope(from: AstNode): Scope {
    const heading = headingOf(fileOf(from));
    if (!heading) return this.declared(from, [ast.Stage.$type]);
    const framework = linesOf(heading, ast.isFollows)[0]?.framework?.ref;
    return this.listed(framework?.stages ?? []);
  }

  private listed(declared: readonly Declared[]): Scope {
    // A broken line can leave a declaration without its name.
    const nodes = declared.filter((node) => node.name);
    const find = (name: string) => nodes.filter((node) => node.name === name).map((node) => this.describe(node));
    return {
      getElement: (name) => find(name)[0],
      getElements: (name) => stream(find(name)),
      getAllElements: () => (nodes.length === 0 ? EMPTY_STREAM : stream(nodes).map((node) => this.describe(node))),
    };
  }

  private describe(node: Declared): AstNodeDescription {
    let description = this.described.get(node);
    if (!description) {
      const { locator } = this;
      description = {
        node,
        name: node.name,
        type: node.$type,
        documentUri: documentOf(node).uri,
        // Only an index asks for it, and it takes longer than all the rest.
        get path() {
          return locator.getAstNodePath(node);
        },
      };
      this.described.set(node, description);
    }
    return description;
  }
}

/**
 * What the subject of a condition most likely is, by what is said of it: a team is open, a fact is known, anything else happens. So a team and
 * a step may have the same name.
 */
export function subjectType(container: AstNode, type: string): string {
  if (!ast.isComparison(container)) return type;
  if (ast.isHappenedRelation(container.relation)) return 'Happening';
  return ast.isOpenRelation(container.relation) ? ast.Team.$type : 'Fact';
}

function withFallback(first: Scope, second: Scope): Scope {
  return {
    getElement: (name) => first.getElement(name) ?? second.getElement(name),
    getElements: (name) => first.getElements(name).concat(second.getElements(name)),
    getAllElements: () => first.getAllElements().concat(second.getAllElements()),
  };
}

/** The signal or field that a choice is said of; for `on …`, the signal called `channel`. */
export function factOfChoice(info: ReferenceInfo, workspace: Workspace): Declared | undefined {
  const { container } = info;
  if (info.property === 'channels') return workspace.visible(documentOf(container), [ast.Signal.$type], 'channel')[0];
  const owner = container.$container;
  if (ast.isValueRelation(owner) || ast.isOneOfRelation(owner)) return owner.$container.subject?.ref;
  if (ast.isFactValue(owner)) return owner.fact?.ref;
  if (ast.isAgentRecords(owner)) return owner.field?.ref;
  return undefined;
}

function choicesFor(info: ReferenceInfo, workspace: Workspace): readonly ast.Choice[] {
  const fact = factOfChoice(info, workspace);
  const type = ast.isValue(fact) ? fact.valueType : undefined;
  return ast.isChoiceType(type) ? type.choices : [];
}
