/** Deciding which of many rules hold, beside what else could: the cases of a plan. */
import { join } from 'node:path';
import type { Bench } from '../measuring/processes.ts';
import { type Subjects, subjectsOf } from '../measuring/subjects.ts';
import { writeWorkload } from '../measuring/workload.ts';
import { decisionWorkload } from './workload.ts';

/** What is measured: the names in the report, and the child that measures it. */
const SCRIPTS = {
  Poise: 'decisions/ours/poise.cjs',
  'Poise, with full meaning': 'decisions/ours/full-meaning.cjs',
  'JavaScript made for these rules': 'decisions/peers/by-hand.mjs',
  'json-logic-engine, compiled': 'decisions/peers/json-logic-engine.mjs',
  'json-logic-js': 'decisions/peers/json-logic-js.mjs',
  '@gorules/zen-engine': 'decisions/peers/zen-engine.mjs',
  '@gorules/zen-engine, eight at once': 'decisions/peers/zen-engine-together.mjs',
  'json-rules-engine': 'decisions/peers/json-rules-engine.mjs',
} as const;
export type DecisionSubject = keyof typeof SCRIPTS;

/** Something for each amount of rules. */
type Amounts<Of> = Readonly<Record<'few' | 'some' | 'many' | 'most', Of>>;

export interface DecisionSizes {
  readonly rules: Amounts<number>;
  /** The moments that decisions are made at: so many that nothing learns them by heart. */
  readonly moments: number;
}

/** The same rules and moments for each subject. `first` is making the rules ready and the first decision, `warm` one decision more, in milliseconds. */
export interface Decisions {
  readonly rules: number;
  readonly subjects: Subjects<DecisionSubject>;
}

/** All that is measured of decisions. */
export type DecisionCases = Amounts<Decisions>;

/** Writes the workloads. */
export function prepareDecisions(bench: Bench, { rules, moments }: DecisionSizes): DecisionCases {
  const decisions = (rules: number): Decisions => {
    const folder = join(bench.scratch, `decisions-${rules}`);
    writeWorkload(folder, decisionWorkload(rules, moments));
    return { rules, subjects: subjectsOf(bench, SCRIPTS, { folder, expected: rules }, `${rules} rules`) };
  };
  return {
    few: decisions(rules.few),
    some: decisions(rules.some),
    many: decisions(rules.many),
    most: decisions(rules.most),
  };
}
