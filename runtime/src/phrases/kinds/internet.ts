/** `<email>` and `<link>`; their definitions stand in `../kinds.ts`. */
import type { Message } from '../message.ts';
import { TOP_LEVEL_DOMAINS } from './english.ts';
import {
  gapBefore,
  isDigits,
  isWhiteSpace,
  type StretchEnd,
  type Stretches,
  scanStretches,
  wordAt,
} from './reading.ts';

export function emailsOf(message: Message): Stretches {
  const ends: StretchEnd[] = new Array<StretchEnd>(message.words.length).fill(undefined);
  /** Where the run of words begins that would be the local part of an address ending here. */
  let start = 0;
  let covered = 0;
  for (let index = 1; index < message.words.length; index++) {
    const gap = gapBefore(message, index);
    if (isLocalLink(gap)) continue;
    const isAt = gap.endsWith('@') && (gap === '@' || isLocalLink(gap.slice(0, -1)));
    if (isAt && start >= covered) {
      const end = endOfDomain(message, index, isTopLevelLabel);
      ends[start] = end;
      covered = end ?? covered;
    }
    start = index;
  }
  return ends;
}

export function linksOf(message: Message): Stretches {
  return scanStretches(message, (index) => endOfAddress(message, index) ?? endOfBareDomain(message, index));
}

/** `https://example.org/a?b=c`, `www.example.org`. */
function endOfAddress(message: Message, index: number): StretchEnd {
  const word = wordAt(message, index);
  const next = gapBefore(message, index + 1);
  const isAddress = ((word === 'http' || word === 'https') && next === '://') || (word === 'www' && next === '.');
  return isAddress && index + 1 < message.words.length ? endOfPath(message, index + 2) : undefined;
}

/** `example.co.uk/help`. */
function endOfBareDomain(message: Message, index: number): StretchEnd {
  const before = gapBefore(message, index);
  if (index > 0 && (isDomainLink(before) || before.endsWith('@') || before.endsWith('/'))) return undefined;
  const end = endOfDomain(message, index, (label) => TOP_LEVEL_DOMAINS.has(label));
  if (end === undefined || gapBefore(message, end).startsWith('@')) return undefined;
  return gapBefore(message, end).startsWith('/') ? endOfPath(message, end) : end;
}

/** Goes on over every word that no white space and none of `< > "` separates from the one before. */
function endOfPath(message: Message, index: number): number {
  let end = index;
  while (end < message.words.length && isPathLink(gapBefore(message, end))) end++;
  return end;
}

function isPathLink(gap: string): boolean {
  return gap !== '' && Array.from(gap).every((character) => !isWhiteSpace(character) && !'<>"'.includes(character));
}

/** The end of the longest domain name that begins here: labels of which the last comes after a dot and passes. */
function endOfDomain(message: Message, index: number, isLastLabel: (label: string) => boolean): StretchEnd {
  let end: StretchEnd;
  for (let label = index + 1; label < message.words.length && isDomainLink(gapBefore(message, label)); label++) {
    if (gapBefore(message, label) === '.' && isLastLabel(wordAt(message, label))) end = label + 1;
  }
  return end;
}

/** One dot, or one or more hyphens. */
function isDomainLink(gap: string): boolean {
  return gap === '.' || /^-+$/.test(gap);
}

/** One dot, or one or more of the signs that may stand within the part before the `@`. */
function isLocalLink(gap: string): boolean {
  return gap === '.' || /^[_+%&-]+$/.test(gap);
}

/** At least two code points, not all of them digits. */
function isTopLevelLabel(label: string): boolean {
  return Array.from(label).length >= 2 && !isDigits(label);
}
