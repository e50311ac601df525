import { type ast, headingOf, isRetired } from '@poise/language';
import { type LangiumDocument, URI, UriUtils } from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import {
  type FileScenarios,
  LIST_SCENARIOS,
  type ListedScenario,
  type ListScenariosParams,
  PLAY_SCENARIOS,
  type PlayScenariosAnswer,
  type PlayScenariosParams,
} from '../protocol/scenarios.ts';
import { SourcePlaces } from '../scenarios/source-places.ts';
import { titledScenarios, titleOf } from '../scenarios/titles.ts';
import { whereMistakesAre } from '../scenarios/words.ts';
import { untilAllChecked } from '../workspace/all-checked.ts';
import { answer } from './answer.ts';
import type { ServerParts } from './index.ts';
import { coverageIn, playedScenario } from './played-scenarios.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** Answers which scenarios there are, what comes of them, and what they cover. */
export function answerScenarios({ connection, shared, playbook, scenarios }: ServerParts): void {
  const { LangiumDocuments } = shared.workspace;
  const documentAt = (uri: string) => LangiumDocuments.getDocument(URI.parse(uri)) as Source | undefined;

  const list = async ({ uris }: ListScenariosParams, token: CancellationToken): Promise<readonly FileScenarios[]> => {
    await untilAllChecked({ shared, playbook }, token);
    const documents = uris?.flatMap((uri) => documentAt(uri) ?? []) ?? playbook.Workspace.documents();
    return documents.flatMap(scenariosIn);
  };

  const play = async (
    { uri, titles, withoutStops = false, withoutCoverage = false }: PlayScenariosParams,
    token: CancellationToken,
  ): Promise<PlayScenariosAnswer> => {
    await untilAllChecked({ shared, playbook }, token);
    const document = documentAt(uri);
    if (!document) return { kind: 'played', scenarios: [], coverage: [], files: [uri] };
    const runs = scenarios.of(document);
    const files = runs.files.map((file) => file.uri.toString());
    if (runs.kind === 'none') return { kind: 'played', scenarios: [], coverage: [], files };
    if (runs.kind === 'mistaken') {
      const { mistakes, where } = runs;
      return { kind: 'mistaken', mistakes, reason: whereMistakesAre(where), files };
    }
    const { ready } = runs;
    const wanted = ready.scenarios.filter(({ title }) => titles?.includes(title) ?? true);
    const places = new SourcePlaces(LangiumDocuments, document.uri);
    const covered = ready.coveredBy(withoutCoverage ? [] : wanted);
    return {
      kind: 'played',
      scenarios: wanted.map((scenario) => playedScenario(ready.play(scenario), places, withoutStops)),
      coverage: covered
        .entriesGroupedByKey()
        .map(([path, items]) => coverageIn(path, items, places))
        .toArray(),
      files,
    };
  };

  answer(connection, LIST_SCENARIOS, list);
  answer(connection, PLAY_SCENARIOS, play);
}

function scenariosIn({ uri, parseResult }: Source): FileScenarios[] {
  const file = parseResult.value;
  const heading = headingOf(file);
  if (heading && isRetired(heading)) return [];
  const scenarios = titledScenarios(file).flatMap((scenario): ListedScenario[] => {
    const range = scenario.$cstNode?.range;
    return range ? [{ title: titleOf(scenario), range }] : [];
  });
  if (scenarios.length === 0) return [];
  return [{ uri: uri.toString(), playbook: heading ? titleOf(heading) : UriUtils.basename(uri), scenarios }];
}
