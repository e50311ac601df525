/** A name, marked as one. */
export function quoted(name: string): string {
  return `\`${name}\``;
}

/** The same with names, of which only the first few are told. */
export function someOf(names: readonly string[], most = 3): string {
  const more = names.length - most;
  return more > 1 ? listed([...names.slice(0, most).map(quoted), `${more} more`]) : listed(names.map(quoted));
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], joint = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}
