import { ParseEnglish } from 'parse-english';
import type { Stretch } from './words.ts';

/** A sentence of a text, and the words in it. */
export interface Sentence extends Stretch {
  readonly words: readonly Stretch[];
}

type Node = ReturnType<ParseEnglish['parse']>['children'][number];

let parser: ParseEnglish | undefined;

/** The sentences of an English text: `5 p.m.` and `Mr. Shah` end none. It takes a while, so ask only where a look at the letters gives reason to. */
export function sentencesOf(text: string): readonly Sentence[] {
  parser ??= new ParseEnglish();
  return parser
    .parse(text)
    .children.flatMap((paragraph): readonly Node[] => (paragraph.type === 'ParagraphNode' ? paragraph.children : []))
    .flatMap((sentence) =>
      sentence.type === 'SentenceNode'
        ? [{ ...stretchOf(sentence), words: sentence.children.filter(isWord).map(stretchOf) }]
        : [],
    );
}

function isWord({ type }: Node): boolean {
  return type === 'WordNode';
}

function stretchOf({ position }: Node): Stretch {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}
