/** `1 error`, `2,345 files`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `2,345`. The same as `toLocaleString('en')`, which takes some milliseconds when it is first called. */
export function grouped(count: number): string {
  return String(count).replace(/\d(?=(?:\d{3})+$)/g, '$&,');
}
