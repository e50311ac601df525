import type { Zone } from '@poise/runtime';
import { HORIZON, offsetTransitions } from '../zones.ts';

/** A time zone as the offsets it has over the stated horizon. */
export function compileZone(name: string): Zone {
  const zone = offsetTransitions(name);
  return { name, from: HORIZON.from, until: HORIZON.until, offset: zone.initial, transitions: [...zone.transitions] };
}
