/** Proving what can be of a playbook's conditions, beside a solver: the cases of a plan. */
import { join } from 'node:path';
import type { Bench } from '../measuring/processes.ts';
import { type Subjects, subjectsOf } from '../measuring/subjects.ts';
import { writeWorkload } from '../measuring/workload.ts';
import { analysisWorkload } from './workload.ts';

/** What is measured: the names in the report, and the child that measures it. */
const SCRIPTS = {
  Poise: 'analysis/ours/poise.cjs',
  'Poise, every check': 'analysis/ours/every-check.cjs',
  'z3-solver': 'analysis/peers/z3.mjs',
} as const;
export type AnalysisSubject = keyof typeof SCRIPTS;

/** Something for each amount of rules. */
type Amounts<Of> = Readonly<Record<'some' | 'many', Of>>;

/** How many rules there are: multiples of ten. */
export type AnalysisSizes = Amounts<number>;

/** The same questions about the same playbook for each subject. */
export interface Analysed {
  readonly rules: number;
  readonly questions: number;
  readonly subjects: Subjects<AnalysisSubject>;
}

/** All that is measured of the analysis. */
export type AnalysisCases = Amounts<Analysed>;

/** Writes the workloads. @throws Error where something is wrong with a playbook */
export async function prepareAnalysis(bench: Bench, sizes: AnalysisSizes): Promise<AnalysisCases> {
  const analysed = async (rules: number): Promise<Analysed> => {
    const folder = join(bench.scratch, `analysis-${rules}`);
    const workload = await analysisWorkload(rules);
    writeWorkload(folder, workload);
    const questions = workload.answers.length;
    const task = { folder, expected: questions };
    return { rules, questions, subjects: subjectsOf(bench, SCRIPTS, task, `analysis of ${rules} rules`) };
  };
  return { some: await analysed(sizes.some), many: await analysed(sizes.many) };
}
