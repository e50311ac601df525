import { type ast, headingOf } from '@poise/language';
import type { LangiumDocument } from 'langium';
import { type CancellationToken, DiagnosticSeverity } from 'vscode-languageserver';
import {
  RECORD,
  type RecordAnswer,
  type RecordParams,
  SIMULATE,
  type SimulateParams,
  type SimulationAnswer,
} from '../protocol/simulator.ts';
import { answer } from './answer.ts';
import { currentDocument } from './current-document.ts';
import type { ServerParts } from './index.ts';
import { type Playable, Playables } from './playable.ts';
import { recordAtEnd } from './record-scenario.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** Answers what comes of a conversation with a playbook, and makes scenarios of conversations. */
export function answerSimulators(parts: ServerParts): void {
  const playables = new Playables(parts);

  const simulate = async (params: SimulateParams, token: CancellationToken): Promise<SimulationAnswer> => {
    const document = await currentDocument(params.uri, token, parts);
    if (!document) return { kind: 'library' };
    const now = playables.now(document);
    if (now?.isRetired) return { kind: 'retired' };
    const mistakes = now ? 0 : errorsIn(parts.playbook.Workspace.closureOf(document));
    const playable = now ?? playables.before(document);
    if (!playable) return headingOf(document.parseResult.value) ? { kind: 'mistaken', mistakes } : { kind: 'library' };
    const { opening, events, draft } = params;
    return {
      kind: 'simulation',
      simulation: playable.simulator.simulate(opening, events, draft),
      files: filesOf(playable, document),
      mistakes,
      leftOut: playable.leftOut,
    };
  };

  const record = async (params: RecordParams, token: CancellationToken): Promise<RecordAnswer> => {
    const document = await currentDocument(params.uri, token, parts);
    const playable = document && playables.now(document);
    if (!playable) return { kind: 'unfit', reasons: ['the file has mistakes: put them right first'] };
    const lines = playable.simulator.record(params.opening, params.events);
    return recordAtEnd(document, params.title, lines, parts);
  };

  answer(parts.connection, SIMULATE, simulate);
  answer(parts.connection, RECORD, record);
}

function errorsIn(documents: readonly Source[]): number {
  const found = documents.flatMap(({ diagnostics = [] }) => diagnostics);
  return found.filter(({ severity }) => severity === DiagnosticSeverity.Error).length;
}

/** The files that places name, as the editor has them. */
function filesOf({ cast }: Playable, { uri }: Source): Readonly<Record<string, string>> {
  const paths = cast.documents.flatMap(({ files }) => files.map(({ path }) => path));
  return Object.fromEntries(paths.map((path) => [path, uri.with({ path: `/${path}` }).toString()]));
}
