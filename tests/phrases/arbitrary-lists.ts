import fc from 'fast-check';
import {
  type CompiledPhrase,
  type CompiledPhraseList,
  type PhraseElement,
  TEXT_KINDS,
} from '../../runtime/src/phrases/index.ts';
import { anyText } from './any-text.ts';

/** Few words, so that phrases are often found, several times, with exceptions across them. */
const vocabulary = fc.constantFrom('a', 'b', 'c', 'ab', 'aé', '5', 'hours', '漢');

const wordElement: fc.Arbitrary<PhraseElement> = fc
  .record({
    words: fc.array(vocabulary, { maxLength: 2 }),
    prefixes: fc.array(fc.constantFrom('a', 'b', 'ab'), { maxLength: 2 }),
  })
  .filter(({ words, prefixes }) => words.length + prefixes.length > 0);
const solidElement = fc.oneof(
  { weight: 5, arbitrary: wordElement },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom(...TEXT_KINDS) }) },
);
const furtherElements = fc
  .array(fc.tuple(fc.boolean(), fc.nat({ max: 4 }), solidElement), { maxLength: 3 })
  .map((elements) => elements.flatMap(([hasGap, gap, solid]) => (hasGap ? [{ gap }, solid] : [solid])));
const phrase: fc.Arbitrary<CompiledPhrase> = fc
  .tuple(solidElement, furtherElements)
  .map(([first, further]) => ({ text: '', sequence: [first, ...further] }));

/** A list of phrases, with at most so many exceptions. */
export const phraseList = (mostExceptions: number): fc.Arbitrary<CompiledPhraseList> =>
  fc.record({
    phrases: fc.array(phrase, { minLength: 1, maxLength: 3 }),
    except: fc.array(phrase, { maxLength: mostExceptions }),
  });

/** A message, as a rule of the words that the lists have. */
export const message = fc.oneof(
  { weight: 4, arbitrary: fc.array(vocabulary, { maxLength: 14 }).map((words) => words.join(' ')) },
  { weight: 1, arbitrary: anyText },
);
