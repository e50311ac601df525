import { RESERVED_WORDS } from '@poise/language';
import { keywords } from '../keywords.ts';

/** Words to make names of; none of them is a word of the language. */
const OWN_WORDS = [
  ...['anger', 'parcel', 'refund', 'visit', 'lamp', 'desk', 'night', 'floor', 'colour', 'lift', 'garden', 'bridge'],
  ...['kettle', 'voucher', 'courier', 'harbour', 'meadow', 'pillow', 'ribbon', 'saddle', 'tunnel', 'valley', 'window'],
  ...['basket', 'candle', 'dinner', 'engine', 'flower', 'guitar', 'hammer', 'island', 'jacket', 'ladder', 'marble'],
] as const satisfies readonly string[];

/** Words of the language that may be names, too. */
const KEYWORD_NAMES = [...keywords()].filter((word) => !RESERVED_WORDS.has(word) && word !== 'index').sort();
const KEYWORDS = keywords();

/** Whether a name is a word of the language: then it can't stand everywhere, nor begin a line. */
export function isKeyword(name: string): boolean {
  return KEYWORDS.has(name);
}

/** A name by number: a word of one's own for most, a word of the language for some. Different numbers give different names. */
export function nameFor(number: number, asKeyword: boolean): string {
  const words = asKeyword ? KEYWORD_NAMES : OWN_WORDS;
  const round = Math.floor(number / words.length);
  return `${words[number % words.length]}${round === 0 ? '' : `_${round + 1}`}`;
}

const SYLLABLES = ['ka', 'zu', 'mo', 'vi', 're', 'tu', 'ko', 'za', 'ni', 'vo'] as const;

/**
 * A word that customers say, by number: no word of any text that is said to them, so that no phrase made of such words forbids one, and different for
 * different numbers, so that no phrase covers another.
 */
export function heardWord(number: number): string {
  const digits = [...String(number).padStart(3, '0')].map(Number);
  return digits.map((digit) => SYLLABLES[digit] ?? '').join('');
}

/** What is said to the customer, or of the conversation: plain words without a promise, as strings are written. */
export const SENTENCES = [
  'Thank you for telling me.',
  'Let us look at it together.',
  'The customer has said what is wrong.',
  'Here is what comes next: \\"one thing at a time\\".',
  'I have written it down.',
  'Tell me what you see.\\nI am listening.',
  'Bydd ad-daliad yn cyrraedd.',
  'What does the label say? // no remark',
  'Das tut uns leid – wir kümmern uns.',
  '時間をください 👍',
  'A path like C:\\\\desk, in \\{braces\\}.',
] as const satisfies readonly string[];

export const TITLES = [
  'What happened',
  'Listen first',
  'Night desk',
  'Ein Titel mit Ümlauten',
  'Said \\"in quotes\\"',
] as const satisfies readonly string[];

export const NOTES = [
  'From the sentiment tool.',
  'Set by ear on calls.\nSee the handbook, page 4.',
  'playbook step "not one" // just words',
] as const satisfies readonly string[];

export const LANGUAGE_NAMES = ['welsh', 'german', 'brazilian_portuguese', 'japanese', 'scottish_gaelic'] as const;
export const ZONES = ['Europe/London', 'America/New_York', 'Asia/Kolkata', 'UTC', 'Pacific/Auckland'] as const;
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export const TIMES = ['00:00', '08:00', '09:30', '17:45', '20:00', '23:59'] as const;
/** All of them after the day on which the laws are checked. */
export const DATES = ['2027-01-01', '2027-06-30', '2028-02-29', '2029-12-31'] as const;
