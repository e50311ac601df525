/** A reply that is intended: read once, looked through for lists and for words. */
import type { Block } from '../generated/conversation.ts';
import { type Word, wordsOf } from '../phrases/index.ts';
import type { FoundList, PhraseLists } from '../prepared/phrase-lists.ts';

export class Draft {
  private readonly text: string;
  private readonly phraseLists: PhraseLists;
  private found: ReadonlyMap<number, FoundList> | undefined;
  private words: readonly Word[] | undefined;

  constructor(text: string, phraseLists: PhraseLists) {
    this.text = text;
    this.phraseLists = phraseLists;
  }

  /** The first of a document's lists that is in the text, and where. */
  findList(ids: readonly string[], playbook: string): Pick<Block, 'span' | 'phrase'> | undefined {
    this.found ??= this.phraseLists.find(this.text);
    for (const number of this.phraseLists.numbersOf(playbook, ids)) {
      const hit = this.found.get(number);
      if (hit) return { span: { start: hit.match.start, end: hit.match.end }, phrase: hit.phrase };
    }
    return undefined;
  }

  /** Where the words of another text stand in this one in a row; undefined if they don't, or if it has no words. */
  findWords(wanted: string): Block['span'] | undefined {
    this.words ??= wordsOf(this.text);
    return findWordsIn(this.words, wordsOf(wanted));
  }
}

/** Where some words stand in a row among others. */
export function findWordsIn(words: readonly Word[], wanted: readonly Word[]): Block['span'] | undefined {
  if (wanted.length === 0) return undefined;
  const from = words.findIndex((_, start) => wanted.every(({ text }, index) => words[start + index]?.text === text));
  const first = words[from];
  const last = words[from + wanted.length - 1];
  return first && last && { start: first.start, end: last.end };
}
