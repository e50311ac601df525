import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weekStretches } from '../../../analysis/src/map/week-stretches.ts';
import { runs } from '../../harness/runs.ts';

test('stretches of a week cover the hours that they are of, each once, and none touches the next', () => {
  const anyHours = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 40 })), { maxLength: 30 }).map((parts) => {
    const hours = parts.flatMap(([isOne, length]) => new Array<boolean>(length).fill(isOne));
    return Array.from({ length: 168 }, (_, hour) => hours[hour] ?? false);
  });
  fc.assert(
    fc.property(anyHours, (hours) => {
      const covered = new Array<number>(168).fill(0);
      for (const { days, from, hours: length } of weekStretches((hour) => hours[hour] ?? false)) {
        for (const day of days) {
          const begin = (day - 1) * 24 + from;
          for (let hour = begin; hour < begin + length; hour += 1) covered[hour % 168] = (covered[hour % 168] ?? 0) + 1;
          if (length < 168) expect(hours[(begin + length) % 168]).toBe(false);
        }
      }
      expect(covered).toEqual(hours.map(Number));
    }),
    runs(200),
  );
});
