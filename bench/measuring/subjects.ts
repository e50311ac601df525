import type { Case } from './case.ts';
import { type Bench, measureChild, type Task } from './processes.ts';
import type { RunFigure } from './runs.ts';

/** The same work for each subject, ours among them. */
export type Subjects<Subject extends string> = Readonly<Record<Subject | 'Poise', Case<RunFigure>>>;

/**
 * Has subjects do the same work.
 *
 * @param scripts for each, as it is called in the report, the child that measures it
 * @param work what it is, with its size: no other has the same
 */
export function subjectsOf<Subject extends string>(
  bench: Bench,
  scripts: Readonly<Record<Subject, string>>,
  task: Task,
  work: string,
): Subjects<Subject> {
  const cases = Object.entries<string>(scripts).map(([subject, script]): [string, Case<RunFigure>] => [
    subject,
    { name: `${subject}, ${work}`, measure: () => measureChild<RunFigure>(bench, script, task) },
  ]);
  return Object.fromEntries(cases) as Subjects<Subject>;
}
