/** What stands where something else belongs. */
const BAD: readonly unknown[] = [
  null,
  -1,
  2 ** 53,
  1e300,
  0.5,
  '',
  'none',
  true,
  [],
  {},
  [null],
  '\uD800',
  'http://%%',
  'file:',
];

/** The same value but for one part of it, which is bad: the whole, a part of it, or a part of a part. */
export function spoilt(value: unknown, where: number, bad: number): unknown {
  const places = placesIn(value);
  return replaced(value, places[where % places.length] ?? [], BAD[bad % BAD.length]);
}

function placesIn(value: unknown): string[][] {
  const below = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [[], ...below.flatMap(([key, part]) => placesIn(part).map((place) => [key, ...place]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.with(Number(key), replaced(value[Number(key)], rest, by));
  const parts = value as Readonly<Record<string, unknown>>;
  return { ...parts, [key]: replaced(parts[key], rest, by) };
}
