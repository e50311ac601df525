/** All phrase lists at once: made ready once, then looked for in each message together. */
import { WORD_SIGNS } from './kinds/signs.ts';
import type { CompiledPhraseList, PhraseMatch } from './match.ts';
import { MessageReader } from './message-reader.ts';
import { PhraseTree } from './phrase-tree.ts';
import { Vocabulary } from './vocabulary.ts';

/** Where one of several lists was found in a text. */
export interface ListMatch extends PhraseMatch {
  /** The index of the list. */
  readonly list: number;
}

/** Phrase lists made ready to be looked for together. */
export interface PhraseIndex {
  /**
   * The lists found in a text, each with the match that `findPhrase` gives for it, ordered by list. Takes time linear in the
   * text for given lists, and hardly more for many lists than for few; never throws.
   */
  find(text: string): readonly ListMatch[];
}

/** Makes phrase lists ready to be looked for together. */
export function phraseIndex(lists: readonly CompiledPhraseList[]): PhraseIndex {
  const elements = lists.flatMap(({ phrases, except }) => [...phrases, ...except].flatMap(({ sequence }) => sequence));
  const kinds = new Set(elements.flatMap((element) => ('kind' in element ? [element.kind] : [])));
  const signs = Array.from(kinds, (kind) => WORD_SIGNS[kind] ?? []).flat();
  const vocabulary = new Vocabulary([...elements.filter((element) => 'words' in element), ...signs]);
  const message = new MessageReader(vocabulary, kinds);
  const phrases = new PhraseTree(
    lists.flatMap(({ phrases }, list) =>
      // A match needs more than a gap.
      phrases.flatMap(({ sequence }, phrase) =>
        sequence.every((element) => 'gap' in element) ? [] : [{ sequence, owner: { list, phrase } }],
      ),
    ),
    vocabulary,
  );
  const exceptions = new PhraseTree(
    lists.flatMap(({ except }, list) => except.map(({ sequence }) => ({ sequence, owner: list }))),
    vocabulary,
  );
  return { find };

  function find(text: string): readonly ListMatch[] {
    message.read(text);

    const covers = new Map<number, Cover>();
    exceptions.walk(message, (owners, from, to) => {
      for (const list of owners) {
        const cover = covers.get(list);
        if (cover) cover.add(from, to);
        else covers.set(list, new Cover(from, to));
      }
    });

    const best = new Map<number, { phrase: number; readonly from: number; to: number }>();
    phrases.walk(message, (owners, from, to) => {
      for (const { list, phrase } of owners) {
        const known = best.get(list);
        if (known && (known.from < from || known.to < to || (known.to === to && known.phrase < phrase))) continue;
        if (covers.get(list)?.touches(from, to)) continue;
        if (known) Object.assign(known, { to, phrase });
        else best.set(list, { phrase, from, to });
      }
    });
    return Array.from(best, ([list, { phrase, from, to }]) => ({ list, phrase, ...message.placeOf(from, to) })).sort(
      (one, other) => one.list - other.list,
    );
  }
}

/** The words of a message that the exceptions of a list cover: runs that don't touch, in order. */
class Cover {
  readonly #froms: number[];
  readonly #tos: number[];

  constructor(from: number, to: number) {
    this.#froms = [from];
    this.#tos = [to];
  }

  /** Adds words; none may begin before those added last. */
  add(from: number, to: number): void {
    const last = this.#tos.length - 1;
    const lastTo = this.#tos[last] ?? 0;
    if (from <= lastTo) {
      this.#tos[last] = Math.max(lastTo, to);
    } else {
      this.#froms.push(from);
      this.#tos.push(to);
    }
  }

  /** Whether any word from one index to another (exclusive) is covered. */
  touches(from: number, to: number): boolean {
    // The first run that ends after `from`.
    let low = 0;
    let high = this.#tos.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#tos[middle] ?? 0) > from) high = middle;
      else low = middle + 1;
    }
    return (this.#froms[low] ?? to) < to;
  }
}
