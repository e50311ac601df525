/** What somebody does in an open file, and what must come of it. */
import {
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  type Diagnostic,
} from 'vscode-languageserver/node';
import type { EditorClient } from './client.ts';
import { type Times, timed, timesOf } from './series.ts';
import type { Repetitions } from './work.ts';
import { NOWHERE, type Place } from './workspaces/workspace.ts';

/** No file may say this, in any of the languages. */
const NONSENSE = 'nonsense';

/** Whether something is said of a name. */
export function mentions(diagnostics: readonly Diagnostic[], name: string): boolean {
  const whole = new RegExp(`\\b${name}\\b`);
  return diagnostics.some(({ message }) => whole.test(typeof message === 'string' ? message : message.value));
}

/** A file that has been opened with something wrong in it. */
export interface Nonsense {
  /** When it was found, in the milliseconds of `performance.now`. */
  readonly foundAt: number;
  /** Takes away what is wrong, and waits until that has been seen. */
  readonly takeAway: () => Promise<void>;
}

/** Opens a file in which nothing is wrong but that it ends in nonsense, and waits until that has been found. */
export async function openWithNonsense(editor: EditorClient, path: string): Promise<Nonsense> {
  const line = editor.linesOf(path);
  const found = editor.until(
    `told of what is wrong in ${path}`,
    (told) => told.path === path && told.diagnostics.some(({ range }) => range.end.line >= line),
  );
  await editor.open(path, `\n${NONSENSE}\n`);
  const foundAt = await found;
  const takeAway = async (): Promise<void> => {
    const right = editor.until(`told that ${path} is right`, (told) => told.path === path && !told.diagnostics.length);
    await editor.type({ path, line, character: 0, name: NONSENSE }, NONSENSE, '');
    await right;
  };
  return { foundAt, takeAway };
}

/** A name in an open file, over which others are typed. */
export class TypedName {
  readonly place: Place;
  readonly editor: EditorClient;
  private current: string;

  constructor(editor: EditorClient, place: Place) {
    this.editor = editor;
    this.place = place;
    this.current = place.name;
  }

  /** Types another name, and waits for nothing. */
  async type(name: string): Promise<void> {
    const before = this.current;
    this.current = name;
    await this.editor.type(this.place, before, name);
  }

  /**
   * Types another name and waits until it is told of: as one that isn't there, or, if it is that which stood there first, as nothing at all. Whichever was told
   * before must be the other.
   *
   * @returns how many milliseconds it took
   */
  check(name: string): Promise<number> {
    const { path } = this.place;
    const isRight = name === this.place.name;
    return timed(async () => {
      const told = this.editor.until(
        isRight ? `told that ${path} is right again` : `told of ${name} in ${path}`,
        (told) => told.path === path && (isRight ? !told.diagnostics.length : mentions(told.diagnostics, name)),
      );
      await this.type(name);
      await told;
    });
  }

  /** Types what stood there first, unless it does, and waits until nothing is wrong. */
  async putRight(): Promise<void> {
    if (this.current !== this.place.name) await this.check(this.place.name);
  }

  /** Asks how the name might go on. @throws Error unless the name that stood there first is among the answers */
  async complete(): Promise<void> {
    const { path, line, character, name } = this.place;
    const answer: CompletionList | CompletionItem[] | null = await this.editor.request(CompletionRequest.type, {
      textDocument: { uri: this.editor.uriOf(path) },
      position: { line, character: character + this.current.length },
    });
    const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
    if (!items.some(({ label }) => label === name)) throw new Error(`${this.current} isn't completed to ${name}`);
  }
}

/** Types a name that isn't there, and the right one again, each as soon as it has been told what came of the last. */
export async function checkAgainAndAgain(name: TypedName, times: Repetitions): Promise<Times> {
  const right = name.place.name;
  const took = await timesOf(times.edits, times, (index) =>
    name.check(index % 2 === 0 ? `${NOWHERE}_${index}` : right),
  );
  await name.putRight();
  return took;
}

/** Completes a half of a name again and again: right after it has been typed, and when all that came of that has been told. */
export async function completeAgainAndAgain(
  name: TypedName,
  times: Repetitions,
): Promise<{ readonly asTyped: Times; readonly atRest: Times }> {
  const half = name.place.name.slice(0, Math.ceil(name.place.name.length / 2));
  const asTyped = await timesOf(times.requests, times, (index) =>
    timed(async () => {
      // A letter is typed, or taken away again.
      await name.type(half.slice(0, index % 2 === 0 ? -1 : -2));
      await name.complete();
    }),
  );
  await name.check(half);
  await name.editor.untilProved();
  const atRest = await timesOf(times.requests, times, () => timed(() => name.complete()));
  await name.putRight();
  return { asTyped, atRest };
}
