/** What was written, cut where it would be too much to read: to so many UTF-16 units, no character halved. */
export function shortened(written: string, most: number): string {
  if (written.length <= most) return written;
  const kept = written.slice(0, most - 2).replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.trimEnd()}…`;
}
