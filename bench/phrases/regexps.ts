/** Regular expressions for many phrases: at each word, the longest phrase of whole words that begins there, in the first group. */

/** All phrases as they are, one after the other. */
export function alternation(phrases: readonly string[]): RegExp {
  return atEachWord(phrases.toSorted((one, other) => other.length - one.length).join('|'));
}

/** Phrases that begin alike share what they have in common, character by character. */
export function sharedBeginnings(phrases: readonly string[]): RegExp {
  return atEachWord(anyOf(phrases));
}

/** Finds what it finds without going past it, since another phrase may begin within. */
function atEachWord(phrases: string): RegExp {
  return new RegExp(`\\b(?=(${phrases})\\b)`, 'g');
}

function anyOf(texts: readonly string[]): string {
  const firsts = new Map<string, string[]>();
  for (const text of texts) {
    if (text === '') continue;
    const first = text.charAt(0);
    const rests = firsts.get(first) ?? [];
    firsts.set(first, rests);
    rests.push(text.slice(1));
  }
  const ways = Array.from(firsts, ([first, rests]) => first + anyOf(rests));
  const [only = ''] = ways;
  const mayEnd = texts.includes('');
  if (ways.length === 0) return '';
  if (ways.length === 1 && !mayEnd) return only;
  return `(?:${ways.join('|')})${mayEnd ? '?' : ''}`;
}
