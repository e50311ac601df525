import type { Place } from '@poise/runtime';
import type { Cut } from './logic.ts';
import type { Look } from './look.ts';
import type { Measure } from './measures.ts';
import type { Side } from './point.ts';

/** A threshold: what is compared, with what, and where a scenario shows values of it. */
export interface Threshold {
  readonly rule: string;
  readonly owner: { readonly playbook?: string };
  readonly at: Place;
  /** The rule in words: `escalation long_overdue`. */
  readonly name: string;
  /** What is compared, in words: `order_delay`. */
  readonly subject: string;
  readonly constant: number;
  readonly itself: Cut['itself'];
  readonly measure: Measure;
  readonly valuesIn: Side['valuesIn'];
}

/** What has to be seen of a threshold: a value just below and one just above, as far as there can be such values. */
export function sidesOf(threshold: Threshold): readonly Side[] {
  const { constant, itself, measure } = threshold;
  const number = measure.inWords(constant);
  const reach = reachAt(constant, measure);
  const side = (missing: string, includes: (value: number) => boolean): Side => ({
    kind: 'thresholds',
    rule: threshold.rule,
    ...threshold.owner,
    at: threshold.at,
    name: `${threshold.name}: ${threshold.subject}`,
    missing: `never seen ${missing}`,
    valuesIn: threshold.valuesIn,
    distanceOf: (value) => (includes(value) ? measure.distance(value, constant) : undefined),
    reach,
    inWords: measure.inWords,
  });
  if (itself === 'between') {
    return [
      side(`at ${number}`, (value) => value === constant),
      side(`just beside ${number}`, (value) => value !== constant),
    ];
  }
  const { min, max } = measure;
  if (itself === 'above') {
    return [
      ...(min < constant ? [side(`just below ${number}`, (value) => value < constant)] : []),
      ...(constant <= max ? [side(`at ${number} or just above`, (value) => value >= constant)] : []),
    ];
  }
  return [
    ...(min <= constant ? [side(`at ${number} or just below`, (value) => value <= constant)] : []),
    ...(constant < max ? [side(`just above ${number}`, (value) => value > constant)] : []),
  ];
}

/** One unit or a tenth of the number, whichever is more; with some room for how fractions are kept. */
function reachAt(constant: number, measure: Measure): number {
  const unit = measure.unitAt(constant);
  const reach = measure.isProportional ? Math.max(unit, Math.abs(constant) / 10) : unit;
  return reach * (1 + 1e-9);
}

/** The numbers among the values of a fact. */
export function numbersOf(look: Look, fact: string): readonly number[] {
  return look.valuesOf(fact).filter((value) => typeof value === 'number');
}
