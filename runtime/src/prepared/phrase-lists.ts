/** The phrase lists of all documents, those that are alike once, and looked for all at once. */
import type { Playbook } from '../generated/format.ts';
import { type CompiledPhraseList, type PhraseIndex, type PhraseMatch, phraseIndex } from '../phrases/index.ts';

/** Where a list was found in a text, and the phrase as its author wrote it. */
export interface FoundList {
  readonly match: PhraseMatch;
  readonly phrase: string;
}

export interface PhraseLists {
  /** By their numbers. */
  readonly all: readonly CompiledPhraseList[];
  /** The numbers of a document's lists. */
  readonly numbersOf: (playbook: string, ids: readonly string[]) => readonly number[];
  /** The lists found in a text, by number. Takes time linear in the text. */
  readonly find: (text: string) => ReadonlyMap<number, FoundList>;
}

export function preparePhraseLists(documents: readonly Playbook[]): PhraseLists {
  const lists: CompiledPhraseList[] = [];
  const known = new Map<string, number>();
  const numbers = new Map<string, number>();
  for (const playbook of documents) {
    for (const { id, phrases, except } of playbook.phrases) {
      const sameAs = JSON.stringify([phrases, except]);
      const number = known.get(sameAs) ?? lists.push({ phrases, except }) - 1;
      known.set(sameAs, number);
      numbers.set(`${playbook.id}/${id}`, number);
    }
  }
  let index: PhraseIndex | undefined;
  return {
    all: lists,
    numbersOf: (playbook, ids) => ids.map((id) => numbers.get(`${playbook}/${id}`) ?? -1),
    find: (text) => {
      const found = new Map<number, FoundList>();
      index ??= phraseIndex(lists);
      for (const match of index.find(text)) {
        found.set(match.list, { match, phrase: lists[match.list]?.phrases[match.phrase]?.text ?? '' });
      }
      return found;
    },
  };
}
