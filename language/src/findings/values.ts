import { defineFindings } from './finding.ts';
import { code, didYouMean, oneOf } from './words.ts';

/** What can be wrong with a number, an amount, a length of time, a date, and with a value given to a fact. */
export const valueFindings = defineFindings({
  'wrong-type': {
    severity: 'error',
    message: (p: { fact: string; type: string; written: string; instead?: string }) =>
      `${code(p.fact)} is ${p.type}, so ${code(p.written)} doesn't fit${p.instead ? `: write ${code(p.instead)}` : ''}`,
  },
  'wrong-unit': {
    severity: 'error',
    message: (p: { fact: string; type: string; written: string; unit?: string }) =>
      `${code(p.fact)} is ${p.type}, so ${code(p.written)} doesn't fit${p.unit ? `: give it in ${p.unit}` : ''}`,
  },
  'missing-unit': {
    severity: 'error',
    message: (p: { fact: string; type: string; written: string; proposal: string }) =>
      `${code(p.fact)} is ${p.type}: write ${code(p.proposal)} instead of ${code(p.written)}`,
  },
  'unneeded-unit': {
    severity: 'error',
    message: (p: { fact: string; type: string; written: string; proposal: string }) =>
      `${code(p.fact)} is ${p.type}, without a unit: write ${code(p.proposal)} instead of ${code(p.written)}`,
  },
  'uneven-unit': {
    severity: 'error',
    message: (p: { fact: string; unit: string; written: string }) =>
      `${code(p.fact)} is kept in ${p.unit}, and ${code(p.written)} doesn't come out even in ${p.unit}: give it in ${p.unit}`,
  },
  'out-of-range': {
    severity: 'error',
    message: (p: { fact: string; range: string; written: string }) =>
      `${code(p.fact)} is never ${code(p.written)}: it goes ${p.range}`,
  },
  'given-situation': {
    severity: 'error',
    message: (p: { situation: string }) =>
      `${code(p.situation)} follows from its condition, so it can't be given: give what the condition asks about`,
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
  'too-large': {
    severity: 'error',
    message: (p: { what: string; most: number; written: string }) =>
      `${p.what} is at most ${p.most}: ${code(p.written)} is too large`,
  },
  'too-many-digits': {
    severity: 'error',
    message: (p: { written: string; most: number }) =>
      `${code(p.written)} has more than ${p.most} digits, which can't be kept exactly: write fewer`,
  },
  'bad-range': {
    severity: 'error',
    message: (p: { min: string; max: string }) =>
      p.min === p.max
        ? `${code(`from ${p.min} to ${p.max}`)} leaves only one value: the second number has to be larger`
        : `a range goes from the smaller number to the larger: write ${code(`from ${p.max} to ${p.min}`)}`,
  },
  'bad-duration': {
    severity: 'error',
    message: (p: { written: string; problem: 'nothing' | 'split-second' | 'too-long' }) =>
      `${code(p.written)} ${
        {
          nothing: 'is no time at all: write a length of time above zero',
          'split-second': 'is not a number of whole seconds: nothing shorter than a second is measured',
          'too-long': 'is too long: ten years (`3650 days`) is the most',
        }[p.problem]
      }`,
  },
  'bad-date': {
    severity: 'error',
    message: (p: { written: string; proposals: readonly string[] }) =>
      p.proposals.length > 1
        ? `${code(p.written)} could be two different days: write year, month and day, so ${oneOf(p.proposals)}`
        : `dates are year, month and day, such as ${code(p.proposals[0] ?? '2026-11-30')}: ${code(p.written)} is not`,
  },
  'no-such-date': {
    severity: 'error',
    message: (p: { written: string; problem: string; proposal?: string }) =>
      `there is no ${code(p.written)}: ${p.problem}${p.proposal ? `; did you mean ${code(p.proposal)}?` : ''}`,
  },
  'bad-time': {
    severity: 'error',
    message: (p: { written: string; problem: 'form' | 'none' | 'closing-only'; proposal?: string }) =>
      ({
        form: `times have two digits for the hour and two for the minutes: write ${code(p.proposal ?? '08:00')} instead of ${code(p.written)}`,
        none: `there is no ${code(p.written)} in a day: times go from ${code('00:00')} to ${code('23:59')}`,
        'closing-only': `${code('24:00')} can only be a closing time: here the day begins at ${code('00:00')}`,
      })[p.problem],
  },
  'bad-version': {
    severity: 'error',
    message: (p: { written: string; proposal: string }) =>
      `a version is three numbers with dots between: write ${code(p.proposal)} instead of ${code(p.written)}`,
  },
  'bad-hours': {
    severity: 'error',
    message: (p: { time: string }) =>
      `opening and closing at ${code(p.time)} leaves no time between: for the whole day write ${code('00:00 to 24:00')}`,
  },
  'bad-days': {
    severity: 'error',
    message: (p: { day: string }) =>
      `${code(`${p.day} to ${p.day}`)} could be one day or all seven: write ${code(p.day)} or ${code('daily')}`,
  },
  'bad-period': {
    severity: 'error',
    message: (p: { from: string; until: string }) =>
      `${code(p.until)} comes before ${code(p.from)}: this period would be over before it begins`,
  },
  'unknown-currency': {
    severity: 'error',
    message: (p: { written: string; example: string; suggestion?: string }) =>
      `${code(p.written)} is not a currency${p.suggestion ? didYouMean(p.suggestion) : `: write its three-letter code, such as ${code(p.example)}`}`,
  },
  'other-currency': {
    severity: 'error',
    message: (p: { offer: string; expected: string; written: string; found: string }) =>
      `${code(p.offer)} is worth an amount in ${p.expected}, so ${code(p.written)}${p.written.endsWith(p.found) ? '' : ` in ${p.found}`} can't be set against it: give it in ${p.expected}`,
  },
  'too-many-decimals': {
    severity: 'error',
    message: (p: { currency: string; decimals: number; written: string }) =>
      p.decimals === 0
        ? `amounts in ${p.currency} have no decimals: ${code(p.written)} has some`
        : `amounts in ${p.currency} have at most ${p.decimals} decimals: ${code(p.written)} has more`,
  },
  'not-an-amount': {
    severity: 'error',
    message: (p: { fact: string; type: string }) => `${code(p.fact)} is ${p.type}, not an amount of money`,
  },
  'unknown-time-zone': {
    severity: 'error',
    message: (p: { zone: string; suggestion?: string }) =>
      `${p.zone.trim() === '' ? 'this' : code(p.zone)} is not a time zone${p.suggestion ? didYouMean(p.suggestion) : `: name the region and its city, such as ${code('Europe/London')}`}`,
  },
  'missing-time-zone': {
    severity: 'error',
    message: (p: { line: 'open' | 'closed' }) =>
      p.line === 'closed'
        ? `nothing says in which time zone these days begin: add the hours, such as ${code('open daily 00:00 to 24:00 "Europe/London"')}`
        : `these hours have no time zone: add it at the end, such as ${code('"Europe/London"')}`,
  },
  'second-time-zone': {
    severity: 'error',
    message: (p: { first: string; second: string }) =>
      `this team's hours are in ${code(p.first)} already, and a team has one time zone: make those in ${code(p.second)} a team of its own`,
  },
  'unknown-language': {
    severity: 'error',
    message: (p: { name: string; suggestion?: string }) =>
      `${code(p.name)} is not a language we know${p.suggestion ? didYouMean(p.suggestion) : `: write its English name in small letters, such as ${code('welsh')}`}`,
  },
});
