import type { Editor } from '../../harness/editor.ts';
import type { Spot } from './acts.ts';
import { Desk, uriOf } from './desk.ts';
import { BY_CAPABILITY, FORMS, OWN, type RequestForm } from './requests.ts';
import { placeIn } from './session.ts';

/** Asked of every file; all else of some places. */
const OF_EVERY_FILE = [
  ...(BY_CAPABILITY.documentSymbolProvider ?? []),
  ...(BY_CAPABILITY.semanticTokensProvider ?? []).slice(0, 1),
];

/** What a server shows and answers once nothing is left to be done, by what was asked. */
export type Outcome = Readonly<Record<string, unknown>>;

/** What is shown of all files, and answered at some places of them: by the server at a desk, and by one that has just been started on the same texts. */
export async function outcomes(desk: Desk, spots: readonly Spot[]): Promise<readonly [Outcome, Outcome]> {
  const { texts } = desk;
  const { editor: fresh } = await Desk.with(texts, desk.capabilities);
  try {
    await fresh.settled();
    const shown = new Set([...desk.editor.told, ...fresh.told].map(({ path }) => path));
    const both = await Promise.all(
      [desk.editor, fresh].map(async (editor) => ({
        ...diagnostics(editor, shown),
        ...(await answers(editor, desk, spots)),
      })),
    );
    return both as unknown as readonly [Outcome, Outcome];
  } finally {
    fresh.end();
  }
}

/** A line for each finding of a file, in order. */
function diagnostics(editor: Editor, paths: ReadonlySet<string>): Outcome {
  return Object.fromEntries(
    [...paths].map((path) => [path, (editor.shown(path) ?? []).map((one) => JSON.stringify(one)).sort()]),
  );
}

async function answers(editor: Editor, desk: Desk, spots: readonly Spot[]): Promise<Outcome> {
  const asked: [string, unknown][] = [];
  const ask = async (form: RequestForm, path: string, { at, length }: Omit<Spot, 'file'>): Promise<void> => {
    const place = placeIn(uriOf(path), desk.textOf(path), at, length);
    const answer = await editor.connection.sendRequest(form.method, form.params(place)).catch((error) => String(error));
    asked.push([`${form.method} ${path} ${JSON.stringify(place.range)}`, plain(answer)]);
  };
  for (const path of desk.paths) for (const form of OF_EVERY_FILE) await ask(form, path, { at: 0, length: 0 });
  const forms = [...FORMS, ...OWN].filter(({ about, hangsOnHistory }) => about === undefined && !hangsOnHistory);
  for (const [index, spot] of spots.entries()) {
    const path = desk.paths[spot.file % desk.paths.length];
    const form = forms[index % forms.length];
    if (path !== undefined && form) await ask(form, path, spot);
  }
  return Object.fromEntries(asked);
}

/** An answer without what counts versions and results, or the time; and with lists in an order that doesn't hang on which file was read first. */
function plain(answer: unknown): unknown {
  if (Array.isArray(answer)) {
    if (answer.every((one) => typeof one === 'number')) return answer;
    return answer.map(plain).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (typeof answer !== 'object' || answer === null) return answer;
  const parts = Object.entries(answer).filter(([key]) => !PASSING.has(key));
  return Object.fromEntries(parts.map(([key, part]) => [key, plain(part)]));
}

const PASSING: ReadonlySet<string> = new Set(['version', 'resultId', 'milliseconds']);
