import type { WordingLint } from './lint.ts';
import { type Stretch, stretchesOf } from './words.ts';

/**
 * Words that are capitals only when somebody raises the voice. What else is in capitals may be an abbreviation, a brand, or a word to type
 * (`text STOP`), so one of these has to be among them.
 */
const RAISED = new Set(
  `NOT NEVER ALWAYS MUST NOW VERY PLEASE ONLY DON'T DOESN'T DIDN'T CAN'T CANNOT WON'T ISN'T WASN'T NOTHING EVERYTHING EVERY REALLY SORRY
  IMPORTANT URGENT URGENTLY ATTENTION WARNING IMMEDIATELY TODAY TOMORROW YOU YOUR YOU'RE WE OUR THIS THAT THESE WILL ARE WAS HAVE HAS BEFORE
  AFTER AGAIN STILL LISTEN LOOK READ CAREFULLY ABSOLUTELY DEFINITELY COMPLETELY HOW WHY WHAT WHEN BECAUSE BUT THEN SHOULD WOULD COULD`.split(
    /\s+/,
  ),
);
/** Words of capitals in a row, two letters or more each, or `I` and `A` between them. In quotes they are what a button or a sign says. */
const CAPITALS = /(?<![\w'’‘"“])[A-Z]['’A-Z]*[A-Z](?:[ ,]+(?:[A-Z]['’A-Z]*[A-Z]|[IA]))*(?![\w'’])/g;
/** What comes right before the name of a key, a button or a word to send. */
const BEFORE_A_LABEL =
  /\b(?:press|tap|click|hit|choose|select|pick|text|type|reply|enter|send|says|reads|marked|called)(?: on)? $/i;
/** Two marks or more of which one is `!`. */
const MARKS = /[!?]*![!?]+|\?+!/g;

/** Nothing is shouted: neither in capitals nor with several exclamation marks. */
export const nothingShouldBeShouted: WordingLint = ({ text }, report) => {
  for (const capitals of shoutedIn(text)) {
    report('shouting', { words: text.slice(capitals.start, capitals.end), by: 'capitals' }, capitals);
  }
  if (!text.includes('!')) return;
  for (const marks of stretchesOf(MARKS, text)) {
    report('shouting', { words: text.slice(marks.start, marks.end), by: 'marks' }, marks);
  }
};

function shoutedIn(text: string): Stretch[] {
  return stretchesOf(CAPITALS, text).filter(({ start, end }) => {
    const words = text.slice(start, end).replaceAll('’', "'").split(/[ ,]+/);
    return words.some((word) => RAISED.has(word)) && !BEFORE_A_LABEL.test(text.slice(0, start));
  });
}
