import type { WordingLint } from './lint.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { anyOf, type Stretch, stretchesOf } from './words.ts';

/** What people feel, and what makes them feel so. */
const FEELING =
  'upset/upsetting/angry/frustrated/frustrating/annoyed/annoying/disappointed/disappointing/worried/worrying/unhappy/furious';
const HOW = `how you/much/important/bad/urgent/difficult/hard/${FEELING}`;

/**
 * Sympathy, which listeners take for a mere preface once a "but" follows: service training has it in its first lesson. `I understand
 * that you ordered two, but only one came` says a thing back and takes nothing away, so words about facts aren't here.
 */
const SYMPATHY: readonly string[] = [
  `i/we ... understand/know/imagine/appreciate/realise/realize ${HOW}`,
  `i/we ... see/hear ${HOW}`,
  'i/we ... see/understand why you',
  'i/we ... understand/hear/see/appreciate/acknowledge/share/respect your/the frustration/anger/concern/concerns/disappointment/worry/worries/point/position/feelings/situation',
  `i/we ... understand/hear/see/appreciate/know/realise/realize ... ${FEELING}`,
  'i/we ... appreciate your/you/that',
];
/** Sympathy only where nothing stands between it and the "but". */
const BRIEF_SYMPATHY: readonly string[] = [
  'i/we understand',
  'i/we can/do/completely/fully/totally/quite understand',
  'i/we understand that/this/you',
  'i/we hear you',
  "i've/we've heard you",
  'i/we can/do hear you',
  'i/we get it/that',
  'i/we see/know/appreciate/realise/realize that/this',
];
const NOT_MEANT: readonly string[] = [
  "don't/didn't/can't/cannot/couldn't/not understand/know/see/hear/imagine/realise/realize",
  "would/'d appreciate",
];
const APOLOGY: readonly string[] = ['sorry', 'apologies', 'apologise', 'apologize'];

/** A "but" that takes nothing back: `nothing but`, `but also`. */
const OTHER_BUT =
  /\b(?:nothing|anything|everything|everyone|everybody|all|none|nobody|no one|help|last)\s+but$|\bnot\b[^,]*\bbut$/i;
/** As far back as that, in letters. */
const NEAR = 80;
const OTHER_BUT_AFTER = /^\s+(?:also|for)\b/i;
/** What somebody is sorry about, told as a clause: a "but" without a comma belongs to it. */
const CLAUSE = /^\s+(?:that\s+)?(?:you|we|it|this|the|your|our|nobody|no one|i|they|there)\b[^,]*$/i;

const SIGNAL = /\b(?:but|however)\b/i;

let ready:
  | { readonly whole: RegExp; readonly brief: RegExp; readonly not: RegExp; readonly apology: RegExp }
  | undefined;

/** No "but" takes back sympathy or an apology, neither in the same sentence nor at the beginning of the next. One finding a sentence. */
export const empathyShouldStand: WordingLint = ({ text }, report) => {
  if (!SIGNAL.test(text)) return;
  const sentences = sentencesOf(text);
  for (const [index, sentence] of sentences.entries()) {
    for (const but of butsOf(sentence, text)) {
      const isFirst = but.start === sentence.words[0]?.start;
      const before = isFirst ? sentences[index - 1] : { start: sentence.start, end: but.start };
      const empathy = before && sympathyIn(text.slice(before.start, before.end), isFirst);
      if (empathy === undefined) continue;
      report('empathy-taken-back', { words: text.slice(but.start, but.end), empathy }, but);
      break;
    }
  }
};

function butsOf({ start, end, words }: Sentence, text: string): Stretch[] {
  return words.filter((word) => {
    const written = text.slice(word.start, word.end).toLowerCase();
    const after = text.slice(word.end, end);
    // `However long it takes` has no comma.
    if (written === 'however') return after.startsWith(',');
    return (
      written === 'but' &&
      !OTHER_BUT.test(text.slice(Math.max(start, word.end - NEAR), word.end)) &&
      !OTHER_BUT_AFTER.test(after)
    );
  });
}

/** The words of sympathy that stand in the text before a "but"; the last of them. */
function sympathyIn(before: string, isWholeSentence: boolean): string | undefined {
  ready ??= {
    whole: anyOf(SYMPATHY),
    brief: anyOf(BRIEF_SYMPATHY),
    not: anyOf(NOT_MEANT),
    apology: anyOf(APOLOGY),
  };
  const denied = stretchesOf(ready.not, before);
  const found = [
    ...stretchesOf(ready.whole, before),
    ...stretchesOf(ready.brief, before).filter(({ end }) => /^[\s,;.–—-]*$/.test(before.slice(end))),
  ].filter((found) => !denied.some(({ start, end }) => start < found.end && found.start < end));
  const apologies = stretchesOf(ready.apology, before).filter(
    ({ end }) => isWholeSentence || !CLAUSE.test(before.slice(end)),
  );
  const last = [...found, ...apologies].sort((a, b) => a.start - b.start).at(-1);
  return last && before.slice(last.start, last.end);
}
