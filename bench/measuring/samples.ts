/** Of the later half of the values their median: that of something that has got used to it. */
export function medianOfLaterHalf(values: readonly number[]): number {
  return quantile(values.slice(Math.floor(values.length / 2)), 0.5);
}

/** The value below which is such a share of the values: 0.5 for the median, 0.99 for what only one in a hundred exceeds. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;
}
