/** What takes two columns in a terminal: East Asian scripts, full-width forms, and pictures. */
const WIDE =
  /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]|.\ufe0f)/u;
const HALF_WIDTH = /^[\uff61-\uffdc]/u;
const NOTHING_TO_SEE = /^[\p{M}\p{Cf}]+$/u;

const PLAIN = /^[ -~]*$/;

let graphemes: Intl.Segmenter | undefined;

/** How many columns of a terminal the text takes, as far as that can be said of terminals in general. */
export function columnsOf(text: string): number {
  // Nearly all texts are plain, and to set up a segmenter takes longer than most commands wait for anything.
  if (PLAIN.test(text)) return text.length;
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (NOTHING_TO_SEE.test(segment)) continue;
    columns += WIDE.test(segment) && !HALF_WIDTH.test(segment) ? 2 : 1;
  }
  return columns;
}
