import { defineFindings } from './finding.ts';
import { code, didYouMean } from './words.ts';

/** What can be wrong with a number, an amount, a length of time, a date, and with a value given to a fact. */
export const valueFindings = defineFindings({
  'wrong-type': {
    severity: 'error',
    message: (p: { fact: string; type: string; written: string }) =>
      `${code(p.fact)} is ${p.type}, so ${code(p.written)} doesn't fit`,
  },
  'wrong-unit': {
    severity: 'error',
    message: (p: { fact: string; unit: string; written: string }) =>
      `${code(p.fact)} is kept in ${p.unit}: give ${code(p.written)} in ${p.unit} too`,
  },
  'missing-unit': {
    severity: 'error',
    message: (p: { fact: string; unit: string; written: string }) =>
      `${code(p.fact)} is kept in ${p.unit}: write ${code(`${p.written} ${p.unit}`)}`,
  },
  'unneeded-unit': {
    severity: 'error',
    message: (p: { fact: string; type: string; unit: string }) =>
      `${code(p.fact)} is ${p.type}, without a unit: leave out ${code(p.unit)}`,
  },
  'out-of-range': {
    severity: 'error',
    message: (p: { fact: string; range: string; written: string }) =>
      `${code(p.written)} is out of range: ${code(p.fact)} is ${p.range}`,
  },
  'not-whole': {
    severity: 'error',
    message: (p: { what: string; written: string }) => `${p.what} is a whole number: ${code(p.written)} is not`,
  },
  'too-small': {
    severity: 'error',
    message: (p: { what: string; least: number; written: string }) =>
      `${p.what} is at least ${p.least}: ${code(p.written)} is too small`,
  },
  'bad-range': {
    severity: 'error',
    message: (p: { min: number; max: number }) =>
      `a range goes from the smaller number to the larger one: ${code(`from ${p.max} to ${p.min}`)}`,
  },
  'bad-duration': {
    severity: 'error',
    message: (p: { written: string; reason: string }) =>
      `${code(p.written)} is not a length of time that can be kept: ${p.reason}`,
  },
  'bad-date': {
    severity: 'error',
    message: (p: { written: string; proposal?: string }) =>
      `${code(p.written)} is not a date: write year, month and day, such as ${code(p.proposal ?? '2026-11-30')}`,
  },
  'bad-time': {
    severity: 'error',
    message: (p: { written: string; proposal?: string }) =>
      `${code(p.written)} is not a time of day: write hours and minutes, from ${code('00:00')} to ${code('24:00')}, such as ${code(p.proposal ?? '08:00')}`,
  },
  'bad-version': {
    severity: 'error',
    message: (p: { written: string; proposal: string }) =>
      `a version has three numbers, such as ${code(p.proposal)}: ${code(p.written)} is not one`,
  },
  'bad-hours': {
    severity: 'error',
    message: (p: { opens: string; closes: string }) =>
      `opening at ${code(p.opens)} and closing at ${code(p.closes)} is no time at all: for the whole day write ${code('00:00 to 24:00')}`,
  },
  'bad-period': {
    severity: 'error',
    message: (p: { from: string; until: string }) =>
      `${code(p.until)} comes before ${code(p.from)}: this period never begins`,
  },
  'unknown-currency': {
    severity: 'error',
    message: (p: { written: string; suggestion?: string }) =>
      `${code(p.written)} is not a currency: use its three-letter code, such as ${code(p.suggestion ?? 'GBP')}`,
  },
  'too-many-decimals': {
    severity: 'error',
    message: (p: { currency: string; decimals: number; written: string }) =>
      p.decimals === 0
        ? `${p.currency} has no smaller coin: ${code(p.written)} can't be paid`
        : `${p.currency} has ${p.decimals} decimals: ${code(p.written)} has more`,
  },
  'unknown-time-zone': {
    severity: 'error',
    message: (p: { zone: string; suggestion?: string }) =>
      `${code(p.zone)} is not a time zone${p.suggestion ? didYouMean(p.suggestion) : `: name a place, such as ${code('Europe/London')}`}`,
  },
  'missing-time-zone': {
    severity: 'error',
    message: () => 'these hours have no time zone: add one in quotes, such as `"Europe/London"`',
  },
  'unknown-language': {
    severity: 'error',
    message: (p: { name: string; suggestion?: string }) =>
      `${code(p.name)} is not a language we know${p.suggestion ? didYouMean(p.suggestion) : ': write its English name in small letters, such as `welsh`'}`,
  },
  'not-an-amount': {
    severity: 'error',
    message: (p: { fact: string; type: string }) => `${code(p.fact)} is ${p.type}, not an amount of money`,
  },
});
