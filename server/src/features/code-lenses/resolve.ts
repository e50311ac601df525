import type { CoveredItem } from '@poise/generator/coverage';
import { ast, type Declared, documentOf, headingOf, occurrencesOf } from '@poise/language';
import { type LangiumDocument, URI } from 'langium';
import {
  type CancellationToken,
  type CodeLens,
  CodeLensResolveRequest,
  type Command,
  type Connection,
  DiagnosticSeverity,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { answer } from '../../requests/answer.ts';
import { FileCoverages } from '../../scenarios/coverage.ts';
import type { ScenarioRuns } from '../../scenarios/scenario-runs.ts';
import { SourcePlaces } from '../../scenarios/source-places.ts';
import { titleOf } from '../../scenarios/titles.ts';
import { whereMistakesAre } from '../../scenarios/words.ts';
import { untilAllChecked, type WorkspaceParts } from '../../workspace/all-checked.ts';
import { LensCommands } from './lens-commands.ts';
import { partOf, readLensData } from './lens-data.ts';
import { coverageWords, notCounted, notPlayed, outcomeWords, usesWords } from './words.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** Answers what lenses say, one at a time: only of those that are seen. */
export function resolveLenses(connection: Connection, parts: WorkspaceParts, runs: ScenarioRuns): void {
  const resolver = new LensResolver(parts, runs);
  answer(connection, CodeLensResolveRequest.method, async (lens: CodeLens, token) => {
    return { ...lens, command: await resolver.commandOf(lens, token) };
  });
}

class LensResolver {
  private readonly parts: WorkspaceParts;
  private readonly runs: ScenarioRuns;
  private readonly coverages: FileCoverages;
  private readonly commands: LensCommands;

  constructor(parts: WorkspaceParts, runs: ScenarioRuns) {
    this.parts = parts;
    this.runs = runs;
    this.coverages = new FileCoverages(runs, parts);
    this.commands = new LensCommands(parts.shared);
  }

  /** @throws ResponseError where what the lens is about isn't there any more, or changes meanwhile: the editor asks for others then */
  async commandOf(lens: CodeLens, token: CancellationToken): Promise<Command> {
    const data = readLensData(lens);
    if (!data) throw new ResponseError(LSPErrorCodes.RequestFailed, 'This lens is not one of this server.');
    const uri = URI.parse(data.uri);
    await untilAllChecked(this.parts, token);
    const document = this.parts.shared.workspace.LangiumDocuments.getDocument(uri) as Source | undefined;
    const member = document && partOf(data, document);
    if (!document || !member) throw outdated();
    if (ast.isScenario(member)) return this.outcomeOf(member, document);
    return data.about === 'coverage'
      ? this.coverageOf(member, lens, document, token)
      : this.usesOf(member, lens, document);
  }

  private outcomeOf(scenario: ast.Scenario, document: Source): Command {
    const runs = this.runs.of(document);
    if (runs.kind === 'mistaken') return this.commands.nothing(notPlayed(whereMistakesAre(runs.where)));
    const file = document.parseResult.value;
    if (runs.kind === 'none')
      return this.commands.nothing(
        notPlayed(headingOf(file) ? 'the playbook is retired' : 'there is no playbook here'),
      );
    const { ready } = runs;
    const compiled = ready.scenarios[file.members.filter(ast.isScenario).indexOf(scenario)];
    if (!compiled) throw outdated();
    const argument = { uri: document.uri.toString(), titles: [titleOf(scenario)] };
    return this.commands.run(outcomeWords(ready.play(compiled)), argument);
  }

  private async coverageOf(
    member: ast.Member,
    { range }: CodeLens,
    document: Source,
    token: CancellationToken,
  ): Promise<Command> {
    const own = this.runs.of(document);
    // A playbook that is sound itself may be tried out by others.
    if (own.kind === 'mistaken' && own.where !== 'beside')
      return this.commands.nothing(notCounted(whereMistakesAre(own.where)));
    if (hasErrors(document)) return this.commands.nothing(notCounted(whereMistakesAre('here')));
    const coverage = await this.coverages.of(document, token);
    if (!coverage) throw outdated();
    const places = new SourcePlaces(this.parts.shared.workspace.LangiumDocuments, document.uri);
    const scenarios = coverage.items.filter((one) => isAbout(one, member)).flatMap((one) => one.scenarios);
    // One scenario may cover several rules of a boundary.
    const locations = new Map(scenarios.map(({ at }) => [`${at.file}:${at.line}`, places.of(at)]));
    if (locations.size === 0 && coverage.isPartial)
      return this.commands.nothing(notCounted('a playbook that may try this out has mistakes'));
    return this.commands.showScenarios(coverageWords(locations.size), {
      uri: document.uri.toString(),
      position: range.start,
      locations: [...locations.values()],
    });
  }

  private usesOf(member: ast.Member, { range }: CodeLens, document: Source): Command {
    const { Workspace } = this.parts.playbook;
    const declaration = member as ast.Member & Declared;
    const files = new Set(Workspace.referrersOf(declaration).map(documentOf));
    const places = occurrencesOf(declaration, Workspace, [...files]).filter(({ role }) => role !== 'declaration');
    return this.commands.showReferences(usesWords(places.length), {
      uri: document.uri.toString(),
      position: range.start,
      locations: places.map((place) => ({ uri: place.document.uri.toString(), range: place.range })),
    });
  }
}

function outdated(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since.');
}

function hasErrors({ diagnostics = [] }: Source): boolean {
  return diagnostics.some(({ severity }) => severity === DiagnosticSeverity.Error);
}

/** A step is covered where it is entered; everything else by the rules that stand in it. */
function isAbout({ item: { kind, at } }: CoveredItem, member: ast.Member): boolean {
  const range = member.$cstNode?.range;
  if (!range || kind !== (ast.isStep(member) ? 'steps' : 'rules')) return false;
  return range.start.line < at.line && at.line <= range.end.line + 1;
}
