import { describe, expect, test } from 'vitest';
import { HORIZON, offsetTransitions, zoneNames } from '../../generator/src/zones.ts';

const at = (zone: string, moment: string): number => {
  const { initial, transitions } = offsetTransitions(zone);
  const seconds = Date.parse(moment) / 1000;
  return transitions.filter((transition) => transition.at <= seconds).at(-1)?.offset ?? initial;
};

describe('time zones', () => {
  test('change their clocks at the published moments', () => {
    expect(at('Europe/London', '2026-03-29T00:59:59Z')).toBe(0);
    expect(at('Europe/London', '2026-03-29T01:00:00Z')).toBe(60);
    expect(at('America/New_York', '2026-11-01T06:00:00Z')).toBe(-300);
    expect(at('Asia/Kolkata', '2026-06-01T00:00:00Z')).toBe(330);
    expect(at('Australia/Lord_Howe', '2026-01-01T00:00:00Z')).toBe(660);
    expect(at('Australia/Lord_Howe', '2026-06-01T00:00:00Z')).toBe(630);
  });

  test('have whole seconds, whole minutes, rising moments inside the horizon, and a change at each', () => {
    for (const zone of zoneNames()) {
      const { initial, transitions } = offsetTransitions(zone);
      let [moment, offset]: [number, number] = [HORIZON.from, initial];
      for (const transition of transitions) {
        expect(transition.at).toBeGreaterThan(moment);
        expect(transition.at).toBeLessThan(HORIZON.until);
        expect(transition.offset).not.toBe(offset);
        expect(Number.isInteger(transition.at) && Number.isInteger(transition.offset)).toBe(true);
        [moment, offset] = [transition.at, transition.offset];
      }
    }
  });

  test('are found by their other names, and only by names', () => {
    expect(offsetTransitions('Asia/Calcutta')).toEqual(offsetTransitions('Asia/Kolkata'));
    expect(() => offsetTransitions('Europe/Lodnon')).toThrow('Europe/Lodnon');
  });
});
