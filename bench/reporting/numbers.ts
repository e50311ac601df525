/** A whole number with its thousands apart: `106,080`. */
export function grouped(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}

/** With three digits that count, or all of them if it has more: `1,832`, `27.4`, `0.31`. */
export function figure(value: number): string {
  if (value >= 100) return grouped(value);
  return value.toFixed(value >= 10 ? 1 : 2);
}
