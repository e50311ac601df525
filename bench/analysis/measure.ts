import { measureRuns } from '../measuring/runs.ts';
import { readWorkload } from '../measuring/workload.ts';
import type { AnalysisWorkload } from './workload.ts';

/** Decides what can be of the conditions of a playbook. */
type Decide = () => readonly boolean[] | Promise<readonly boolean[]>;

/**
 * Measures deciding all questions of the workload.
 *
 * @param prepare says the questions in the subject's own notation, which doesn't count
 * @throws Error where an answer is wrong
 */
export function measureAnswers(prepare: (workload: AnalysisWorkload) => Decide): Promise<void> {
  return measureRuns((folder) => {
    const workload = readWorkload<AnalysisWorkload>(folder);
    const decide = prepare(workload);
    return async () => {
      const answers = await decide();
      const wrong = workload.answers.findIndex((answer, index) => answer !== answers[index]);
      if (wrong >= 0) throw new Error(`the answer to question ${wrong} is wrong`);
      return answers.length;
    };
  });
}
