import { analyse } from '@poise/analysis';
import { measureRuns } from '../../measuring/runs.ts';
import { readWorkload } from '../../measuring/workload.ts';
import { TODAY } from '../../today.ts';
import type { AnalysisWorkload } from '../workload.ts';

// All that is found when a playbook is checked. It has to find those conditions that are settled, and more.
measureRuns((folder) => {
  const { playbook, answers } = readWorkload<AnalysisWorkload>(folder);
  const settled = answers.slice(0, answers.length - playbook.triggers.length).filter((canBe) => !canBe).length;
  return () => {
    const found = analyse(playbook, TODAY);
    if (found.some(({ code }) => code === 'undecided-condition')) throw new Error('something was too large to decide');
    if (found.length < settled) throw new Error(`${found.length} findings, where ${settled} conditions are settled`);
    return answers.length;
  };
});
