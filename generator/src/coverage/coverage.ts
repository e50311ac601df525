import type { Id, Place } from '@poise/runtime';

/** What can be covered, in the order in which it is reported. */
export const COVERAGE_KINDS = [
  /** Triggers, rules of boundaries, escalations, follow ups, agent care and situations: came to bear. */
  'rules',
  /** Steps: entered. */
  'steps',
  /** Ways out of a step, and from an escalation into another playbook: taken. */
  'transitions',
  /** Lines of guidance: shown. */
  'lines',
  /** Reactions to the crossing of a boundary: taken. */
  'reactions',
  /** Rungs of ladders: asked or told. */
  'ladders',
  /** Offers: made. */
  'offers',
  /** The two sides of every number that a condition or a limit compares with: seen close by. */
  'thresholds',
] as const;

export type CoverageKind = (typeof COVERAGE_KINDS)[number];

/** One thing that scenarios can cover. */
export interface CoverageItem {
  readonly kind: CoverageKind;
  /** The id of the rule, line or step that it belongs to. */
  readonly rule: string;
  /** The playbook whose own it is; absent for what a library says, which counts for all that use it. */
  readonly playbook?: Id;
  readonly at: Place;
  /** What it is, in plain words: `escalation long_overdue`. */
  readonly name: string;
  /** What hasn't happened as long as it isn't covered, to be read after the name: `never started`. */
  readonly missing: string;
  /** Of a side of a threshold: the nearest value that was seen on it, in words; absent where there was none. */
  readonly nearest?: string;
  /** How many scenarios cover it. */
  readonly hits: number;
  /** The first of them. */
  readonly coveredBy?: ScenarioName;
}

/** Enough to find a scenario. */
export interface ScenarioName {
  readonly playbook: Id;
  readonly title: string;
  readonly at: Place;
}

/** An item with all the scenarios that cover it. */
export interface CoveredItem {
  /** The same for the same thing, whatever is covered together with it. */
  readonly id: string;
  readonly item: CoverageItem;
  /** In the order of the runs. */
  readonly scenarios: readonly ScenarioName[];
}

/** What scenarios cover of a set of playbooks. */
export interface Coverage {
  /** Sorted by file, place, kind and, within one place, as written. */
  readonly items: readonly CoverageItem[];
}
