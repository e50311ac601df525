import type { Text } from '@poise/runtime';

/** What people read of a rule, in an order that its form gives: a value to be filled in stands in braces, and what isn't there is empty. */
export type Texts = readonly string[];

export function textsOf(...said: readonly (string | Text | undefined)[]): Texts {
  return said.map((one = '') =>
    typeof one === 'string' ? one : one.map((part) => (typeof part === 'string' ? part : `{${part.fact}}`)).join(''),
  );
}

/** The texts of two versions that the other hasn't got; all of them where only their order is another; nothing where they are the same. */
export function differingTexts(
  before: Texts,
  after: Texts,
): { readonly before: Texts; readonly after: Texts } | undefined {
  if (before.length === after.length && before.every((text, place) => text === after[place])) return undefined;
  const [was, is] = [without(before, after), without(after, before)];
  return was.length + is.length > 0 ? { before: was, after: is } : { before, after };
}

function without(texts: Texts, others: Texts): Texts {
  return texts.filter((text) => text !== '' && !others.includes(text));
}
