import { compileWorkspace } from '@poise/generator';
import type { Playbook } from '@poise/runtime';
import { TODAY } from '../today.ts';
import { answersOf } from './answers.ts';
import { playbookText } from './playbook.ts';

/** A playbook, and what is right of its conditions. */
export interface AnalysisWorkload {
  readonly playbook: Playbook;
  /** For each condition whether it can be a yes, and whether it can be a no; for each trigger whether it can be a yes where no earlier one is. */
  readonly answers: readonly boolean[];
}

/** Compiles a playbook with so many rules. @throws Error where something is wrong with it */
export async function analysisWorkload(rules: number): Promise<AnalysisWorkload> {
  const path = 'measured.playbook';
  const host = {
    read: async (asked: string) =>
      asked === path ? ({ kind: 'text', text: playbookText(rules) } as const) : ({ kind: 'missing' } as const),
    playbookFiles: async () => [path],
  };
  const { findings, outputs } = await compileWorkspace([path], host, { today: TODAY, proofs: false });
  const written = outputs.find(({ name }) => name === 'measured.json');
  if (!written) throw new Error(`the playbook isn't sound: ${findings[0]?.message}`);
  const playbook = JSON.parse(written.text) as Playbook;
  return { playbook, answers: answersOf(playbook) };
}
