import type { Slip } from './slip.ts';

/** How people compare, and how it is written here. */
const COMPARISONS: Readonly<Record<string, string>> = {
  least: 'at least',
  most: 'at most',
  minimum: 'at least',
  maximum: 'at most',
  above: 'more than',
  over: 'more than',
  higher: 'more than',
  greater: 'more than',
  larger: 'more than',
  longer: 'more than',
  below: 'less than',
  under: 'less than',
  lower: 'less than',
  smaller: 'less than',
  shorter: 'less than',
  fewer: 'less than',
};

/** `anger is not at least 8`: the `not` goes in front. */
export function negatedOrder(before: string, after: string, offset: number): Slip | undefined {
  const subject = /([\w-]+)\s+$/.exec(before)?.[1];
  const found = /^(is|has been)\s+not\s+(at\s+least|at\s+most|more\s+than|less\s+than)\b/.exec(after);
  if (!found || subject === undefined) return undefined;
  const order = (found[2] ?? '').replaceAll(/\s+/g, ' ');
  return { start: offset, end: offset + found[0].length, suggestion: `not ${subject} ${found[1]} ${order}` };
}

/** `anger is above 8`, `anger is higher than 8`. */
export function otherComparison(before: string, after: string, offset: number): Slip | undefined {
  const found = /\b(?:is|been)\s+([a-z]+)(\s+)$/.exec(before);
  const [word, blank] = [found?.[1], found?.[2]];
  if (word === undefined || blank === undefined || !Object.hasOwn(COMPARISONS, word)) return undefined;
  const suggestion = COMPARISONS[word] ?? '';
  const start = offset - blank.length - word.length;
  if (/^-?\d/.test(after)) return { start, end: start + word.length, suggestion };
  const than = /^than\b(\s+or\s+equal(?:\s+to)?\b)?/.exec(after);
  if (!than) return undefined;
  return {
    start,
    end: offset + than[0].length,
    suggestion: than[1] === undefined ? suggestion : (boundOf(word) ?? suggestion),
  };
}

/** `anger is 7 or more`. */
export function orMore(before: string, after: string, offset: number): Slip | undefined {
  const found = /\b(?:is|been)\s+((-?\d\S*(?: [a-zA-Z]+)?)\s+or\s+)$/.exec(before);
  const word = /^(more|less)\b/.exec(after)?.[1];
  const [written, value] = [found?.[1], found?.[2]];
  if (written === undefined || value === undefined || word === undefined) return undefined;
  const suggestion = `${word === 'more' ? 'at least' : 'at most'} ${value}`;
  return { start: offset - written.length, end: offset + word.length, suggestion };
}

/** A number, with its unit. */
const NUMBER = String.raw`-?\d[\d.]*(?: +(?:[A-Z]{3}|(?:second|minute|hour|day|week)s?)\b)?`;
const BEFORE_OTHER = new RegExp(String.raw`([\w-]+ +(is|has been) +(not +)?)(${NUMBER}) +or +$`);
const OTHERS = new RegExp(String.raw`^${NUMBER}(?: +or +${NUMBER})*(?![\w-])`);

/** `anger is 8 or 9`. */
export function orOther(before: string, after: string, offset: number): Slip | undefined {
  const [written = '', asked = '', verb = '', not, value = ''] = BEFORE_OTHER.exec(before) ?? [];
  const others = OTHERS.exec(after)?.[0];
  if (written === '' || others === undefined) return undefined;
  const values = `one of ${[value, ...others.split(/ +or +/)].join(', ')}`;
  const end = offset + others.length;
  if (not === undefined) return { start: offset - written.length + asked.length, end, suggestion: values };
  const [subject] = asked.split(' ');
  return { start: offset - written.length, end, suggestion: `not ${subject} ${verb} ${values}` };
}

/** What is written for `8 or higher`, and for `higher than or equal to 8`. */
export function boundOf(word: string): string | undefined {
  const order = Object.hasOwn(COMPARISONS, word) ? COMPARISONS[word] : undefined;
  return order === 'more than' ? 'at least' : order === 'less than' ? 'at most' : undefined;
}

/** `anger is between 2 and 6`. */
export function between(before: string, after: string, offset: number): Slip | undefined {
  const found =
    /\b([\w-]+) +is +between +(-?\d[\w.]*(?: +[a-z]+)?) +and +(-?\d[\w.]*(?: +(?!and|or|when|unless)[a-zA-Z]+)?)/.exec(
      before + after,
    );
  const [written = '', subject, least, most] = found ?? [];
  if (!found || found.index > before.length || found.index + written.length < before.length) return undefined;
  const start = offset - before.length + found.index;
  return {
    start,
    end: start + written.length,
    suggestion: `${subject} is at least ${least} and ${subject} is at most ${most}`,
  };
}

/** `anger at least 8`, `order_number not known`, `vip and wish are known`: without the `is`. */
export function isLeftOut(before: string, after: string, offset: number): Slip | undefined {
  if (!/\b(?:when|unless|until|and|or|(?<!is\s+)not)\s+\(?\s*[\w-]+\s+$/.test(before)) return undefined;
  const order = /^(?:at\s+(?:least|most)|(?:more|less)\s+than|(?:not\s+)?known|one\s+of)\b/.exec(after)?.[0];
  if (order !== undefined)
    return { start: offset, end: offset + order.length, suggestion: `is ${order.replaceAll(/\s+/g, ' ')}` };
  const [written, word = ''] =
    /^(above|over|higher|greater|larger|below|under|lower|smaller|fewer|exceeds|equals|are)(?:\s+than)?\b/.exec(
      after,
    ) ?? [];
  if (written === undefined) return undefined;
  const suggestion =
    word === 'exceeds' ? 'is more than' : word === 'equals' || word === 'are' ? 'is' : `is ${COMPARISONS[word]}`;
  return { start: offset, end: offset + written.length, suggestion };
}

/** `anger isn't 8`. */
export function contraction(_before: string, after: string, offset: number): Slip | undefined {
  const written = /^(?:is|are|was)n['’]t\b/.exec(after)?.[0];
  return written === undefined ? undefined : { start: offset, end: offset + written.length, suggestion: 'is not' };
}

/** `customer mentions …`, `customer doesn't say …`, `customer is angry`. */
export function ofCustomer(before: string, after: string, offset: number): Slip | undefined {
  const customer = /\bcustomer\s+$/.exec(before)?.[0];
  if (customer === undefined) return undefined;
  const negated = /^(?:doesn['’]t|does\s+not|didn['’]t|did\s+not)\s+(?:say|mention)\b/.exec(after)?.[0];
  if (negated !== undefined)
    return { start: offset - customer.length, end: offset + negated.length, suggestion: 'not customer says' };
  const written = /^(?:said|mention(?:s|ed)|writes|wrote|tells\s+us|asks(?:\s+for)?|wants)\b/.exec(after)?.[0];
  if (written !== undefined) return { start: offset, end: offset + written.length, suggestion: 'says' };
  const state = /^(?:is|isn['’]t|feels|seems|sounds)(?:\s+[\w-]+)?/.exec(after)?.[0];
  return state === undefined
    ? undefined
    : { start: offset, end: offset + state.length, instead: 'ask about a signal, such as `anger is at least 8`' };
}
