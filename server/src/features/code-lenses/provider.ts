import { ast, type Declared, nameOf, type PlaybookServices } from '@poise/language';
import { GrammarUtils, type LangiumDocument } from 'langium';
import type { CodeLensProvider, LangiumServices } from 'langium/lsp';
import type { CodeLens, Command, Range } from 'vscode-languageserver';
import { requireRead } from '../read-text.ts';
import { LensCommands } from './lens-commands.ts';
import { type LensData, type Part, partsIn } from './lens-data.ts';

/** What scenarios can cover. */
const isCoverable = isOneOf([
  ast.AgentCare.$type,
  ast.Boundary.$type,
  ast.Escalation.$type,
  ast.FollowUp.$type,
  ast.Situation.$type,
  ast.Step.$type,
  ast.Trigger.$type,
]);

/** What has room above it: signals, fields, actions and teams stand line by line. */
const isSpacious = isOneOf([
  ast.AgentCare.$type,
  ast.Boundary.$type,
  ast.Escalation.$type,
  ast.FollowUp.$type,
  ast.Framework.$type,
  ast.PhraseList.$type,
  ast.Situation.$type,
  ast.Step.$type,
  ast.Wording.$type,
]);

/**
 * Puts lenses above scenarios, to play them and to see what came of it; and above rules, to see what covers them and where they are used. What they say is found
 * when somebody sees them.
 */
export class LensFinder implements CodeLensProvider {
  private readonly services: PlaybookServices;
  private readonly commands: LensCommands;

  constructor(services: PlaybookServices & LangiumServices) {
    this.services = services;
    this.commands = new LensCommands(services.shared);
  }

  /** @throws ResponseError while the text is newer than the tree */
  provideCodeLens(document: LangiumDocument): CodeLens[] {
    requireRead(document);
    const uri = document.uri.toString();
    return [...partsIn(document)].flatMap(([member, part]) => {
      const range = headingOf(member);
      if (!range) return [];
      const lens = (about: LensData['about']): CodeLens => ({
        range,
        data: { ...part, uri, about } satisfies LensData,
      });
      if (!ast.isScenario(member)) return this.factsAbout(member).map(lens);
      return [...this.waysToRun(part, uri).map((command) => ({ range, command })), lens('outcome')];
    });
  }

  private waysToRun({ name }: Part, uri: string): readonly Command[] {
    if (!this.commands.areKnown) return [];
    const argument = { uri, titles: [name] };
    return [this.commands.run('Run', argument), this.commands.stepThrough('Step through', argument)];
  }

  private factsAbout(member: ast.Member): readonly LensData['about'][] {
    const isUsed = isSpacious(member) && 'name' in member && this.isNamed(member);
    return [...(isCoverable(member) ? (['coverage'] as const) : []), ...(isUsed ? (['uses'] as const) : [])];
  }

  private isNamed(declaration: Declared): boolean {
    return this.services.Workspace.referrersOf(declaration).length > 0;
  }
}

/** The name that a part is known by, on one line. */
function headingOf(member: ast.Member): Range | undefined {
  const name = nameOf(member) ?? GrammarUtils.findNodeForProperty(member.$cstNode, 'title');
  return name && { start: name.range.start, end: name.range.start };
}

function isOneOf(types: readonly string[]): (member: ast.Member) => boolean {
  const known = new Set(types);
  return ({ $type }) => known.has($type);
}
