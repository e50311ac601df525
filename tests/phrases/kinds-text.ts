import fc from 'fast-check';
import * as english from '../../runtime/src/phrases/kinds/english.ts';
import { anyText } from './any-text.ts';

const LISTED = Object.values(english).flatMap((list) => [...list.keys()]);
const OTHERS =
  "a an and or to of the this next last half couple few several past quarter in morning at night thirty first https www o'clock am pm monday's weeks' 5 12 30 2026 07700 900123 1st 3rd 24h 50p 5k gbp20 2⁄3 ½ １２ x ünï 漢".split(
    ' ',
  );
const BETWEEN = [
  ' ',
  ' ',
  ' ',
  ', ',
  '. ',
  '-',
  '–',
  '/',
  ':',
  '://',
  '@',
  '£',
  '€ ',
  ' £',
  '+',
  '(',
  '．',
  '＠',
  '：',
  '\ufeff',
  '\u200b',
  '_',
  '',
  '\n',
];
const word = fc.oneof(fc.constantFrom(...LISTED), fc.constantFrom(...OTHERS));

/** Texts in which stretches of every kind begin, end and nearly come about. */
export const textOfKinds = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.tuple(word, fc.constantFrom('.', ...BETWEEN)) },
      { weight: 1, arbitrary: anyText.map((text) => [text]) },
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.flat().join(''));
