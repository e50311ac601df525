import type { Guidance } from '@poise/runtime';
import type { ScenarioRun } from '../scenarios/index.ts';
import { happens, type Suggestion } from './suggestion.ts';

/** The named actions that nothing asks for now: rules may forbid them, and one wants to see that they do. */
export function otherActs({ documents }: ScenarioRun, { lines, state }: Guidance): readonly Suggestion[] {
  if (state === 'closed') return [];
  const asked = new Set(
    lines.flatMap((line) => (line.kind === 'do' && line.action !== undefined ? [line.action] : [])),
  );
  const actions = documents.flatMap((document) => document.actions).filter(({ id }) => !asked.has(id));
  const titles = new Map(actions.map(({ id, title }) => [id, title ?? id]));
  return [...titles].map(([action, title]) => happens(title, { type: 'agentDoes', action }));
}
