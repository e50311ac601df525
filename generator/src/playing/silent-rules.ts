import { open, type Playbooks, prepare, type Silent } from '@poise/runtime';
import type { ScenarioRun } from '../scenarios/index.ts';

/** The rules that stay silent now, only because something isn't known. @param playbooks the run's documents, made ready */
export function silentRules(run: ScenarioRun, playbooks: Playbooks = prepare(run.documents)): readonly Silent[] {
  const { conversation } = open(playbooks, run.scenario.opening);
  for (const item of run.scenario.items) if (item.kind === 'event') conversation.handle(item.event);
  return conversation.silent();
}
