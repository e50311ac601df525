import leven from 'leven';
import { lengthIn } from '../vocabulary/time-units.ts';
import { shortened } from './shortened.ts';

/** The most that a message quotes: more is for nobody to read. */
const MOST_QUOTED = 120;

/** A word of a playbook, as messages show it. */
export function code(word: string): string {
  return `\`${shortened(word, MOST_QUOTED)}\``;
}

/** `a`, `a` or `b`, `a`, `b` or `c`: for choices in a sentence. */
export function oneOf(words: readonly string[], last = 'or'): string {
  return listed(words.map(code), last);
}

/** `a`, `a` and `b`, `a`, `b` and `c`, of things that are in words already. */
export function listed(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** A rule, by its kind and name. */
export interface RuleName {
  readonly kind: string;
  readonly name: string;
}

/** `boundary` and its name, as a word of a sentence. */
export function ruleWords({ kind, name }: RuleName): string {
  return `${kind} ${code(name)}`;
}

/** `a` or `an`, by the sound the next word most likely begins with. */
export function article(noun: string): string {
  return /^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}

const UNITS_OF_TIME = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** A length of time, given in seconds, in the largest unit that divides it: `90 minutes`. Many seconds are read as `31 minutes 30 seconds`. */
export function lengthOfTime(seconds: number): string {
  const beyondMinutes = seconds % 60;
  if (seconds > 120 && beyondMinutes > 0)
    return `${lengthOfTime(seconds - beyondMinutes)} ${lengthOfTime(beyondMinutes)}`;
  const [unit, size] = UNITS_OF_TIME.find((each) => seconds > 0 && seconds % each[1] === 0) ?? ['second', 1];
  return lengthIn(seconds / size, unit);
}

/** `: did you mean …?` where there is something to propose, else nothing. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : `: did you mean ${code(suggestion)}?`;
}

/**
 * The candidate that a misspelt word most likely stands for: the nearest by edit distance, if no more than a third of its letters (at least
 * one, at most three) are wrong. Among equally near ones the first wins, so that the answer doesn't depend on anything but the input.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  // Of a single letter nobody can tell what it was to be.
  if (word.length < 2) return undefined;
  const limit = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (candidate !== word && candidate.toLowerCase() === word.toLowerCase()) return candidate;
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    // One of two letters tells too little: they may only be swapped.
    if (word.length === 2 && word[0] !== candidate[1]) continue;
    const distance = distanceOf(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** How many letters are wrong; two side by side in each other's place are one slip of the fingers. */
function distanceOf(word: string, candidate: string): number {
  let at = 0;
  while (at < word.length && word[at] === candidate[at]) at += 1;
  const swapped = word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  return swapped === candidate && word !== candidate ? 1 : leven(word, candidate);
}
