import type { AstNode, LangiumDocument } from 'langium';
import * as ast from '../generated/ast.ts';
import { documentOf } from '../linking/files.ts';
import type { Declared, Workspace } from '../linking/workspace.ts';
import { nounOf } from '../structure/nouns.ts';
import type { Check, CheckContext } from './check.ts';
import { pathBetween, relatedPlace } from './places.ts';

/** Kinds that share one name space: a condition names a fact without saying which of these it is. */
const FACTS: readonly string[] = [ast.Signal.$type, ast.Field.$type, ast.Situation.$type];

/** Kinds of which a file sees those of the files it uses, so that a name is given once in all of them. */
const SHARED_KINDS: ReadonlySet<string> = new Set([
  ...FACTS,
  ...[ast.Action.$type, ast.Wording.$type, ast.PhraseList.$type, ast.Team.$type, ast.Framework.$type],
  ...[ast.Boundary.$type, ast.Escalation.$type, ast.AgentCare.$type, ast.Trend.$type],
]);

/** Whether other files see a declaration by its name. */
export function isShared(declared: AstNode): boolean {
  return isSharedKind(declared.$type);
}

/** Whether other files see declarations of this kind by their names. */
export function isSharedKind(kind: string): boolean {
  return SHARED_KINDS.has(kind);
}

/** The kinds among which a name of this kind is given only once. */
export function nameSpaceOf(kind: string): readonly string[] {
  return FACTS.includes(kind) ? FACTS : [kind];
}

/** A file gives each name once for each kind. Offers and promises are made again by the same name, so they may be. */
export const nameMustBeGivenOnce: Check<ast.PlaybookFile> = (file, context) => {
  const named = file.members.filter((member) => 'name' in member && !ast.isHeading(member)) as Declared[];
  eachNameOnce(named, undefined, context);
};

/** A framework names each of its stages once. */
export const stageMustBeNamedOnce: Check<ast.Framework> = (framework, context) =>
  eachNameOnce(framework.stages, framework.name, context);

/** A signal or field names each of its choices once. */
export const choiceMustBeNamedOnce: Check<ast.ChoiceType> = (type, context) =>
  eachNameOnce(type.choices, type.$container.name, context);

function eachNameOnce(named: readonly Declared[], owner: string | undefined, { report }: CheckContext): void {
  const seen = new Map<string, Declared>();
  for (const node of named) {
    if (!node.name) continue;
    const key = `${nameSpaceOf(node.$type)[0]} ${node.name}`;
    const first = seen.get(key);
    if (!first) {
      seen.set(key, node);
      continue;
    }
    const words = { kind: nounOf(first.$type), name: node.name, ...(owner !== undefined && { owner }) };
    const related = [relatedPlace({ node: first, property: 'name' }, 'the first one is here')];
    report('duplicate-name', words, { node, property: 'name', related });
  }
}

/** No two playbooks of a workspace have the same name: they would be compiled to the same file. */
export const playbookMustHaveANameOfItsOwn: Check<ast.Heading> = (heading, { report, workspace }) => {
  if (!heading.name) return;
  const document = documentOf(heading);
  const others = workspace
    .everywhere(ast.Heading.$type, heading.name)
    .filter((other) => documentOf(other).uri.toString() < document.uri.toString());
  for (const other of others.slice(0, 1)) {
    const place = {
      node: heading,
      property: 'name',
      related: [relatedPlace({ node: other, property: 'name' }, 'here')],
    };
    report('duplicate-playbook', { name: heading.name, file: pathBetween(document, documentOf(other)) }, place);
  }
};

/** A declaration of that kind and name in one of some files: looked for in the files, or among all of that name, whichever are fewer. */
function declaredInOneOf(
  files: ReadonlySet<LangiumDocument<ast.PlaybookFile>>,
  kind: string,
  name: string,
  workspace: Workspace,
): Declared | undefined {
  const everywhere = workspace.everywhere(kind, name);
  if (everywhere.length <= files.size) return everywhere.find((other) => files.has(documentOf(other)));
  for (const file of files) {
    const [found] = workspace.declarationsOf(file).get(kind)?.get(name) ?? [];
    if (found) return found;
  }
  return undefined;
}

/** A file gives no name that a file it uses has already given. */
export const nameMustNotBeTakenByAUsedFile: Check<ast.PlaybookFile> = (file, { report, workspace }) => {
  const document = documentOf(file);
  const used = new Set(workspace.closureOf(document).slice(1));
  if (used.size === 0) return;
  for (const member of file.members) {
    if (!isShared(member) || !('name' in member) || !member.name) continue;
    const taken = nameSpaceOf(member.$type)
      .map((kind) => declaredInOneOf(used, kind, member.name, workspace))
      .find((other) => other !== undefined);
    if (!taken) continue;
    const words = { kind: nounOf(taken.$type), name: member.name, file: pathBetween(document, documentOf(taken)) };
    const related = [relatedPlace({ node: taken, property: 'name' }, 'it is declared here')];
    report('shadowed-name', words, { node: member, property: 'name', related });
  }
};
