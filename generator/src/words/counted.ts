/** `1 error`, `2,345 files`. */
export function counted(count: number, noun: string): string {
  // The same as `toLocaleString('en')`, which takes some milliseconds when it is first called.
  const digits = String(count).replace(/\d(?=(?:\d{3})+$)/g, '$&,');
  return `${digits} ${noun}${count === 1 ? '' : 's'}`;
}
