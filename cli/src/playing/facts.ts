import { documentOf, type SoundlyPlayed, silentRules } from '@poise/generator/playing';
import { knownFact, type ScenarioRun } from '@poise/generator/scenarios';
import { factWords, listed } from '@poise/generator/words';
import type { Terminal } from '../terminal.ts';
import { indented, showItem } from './card.ts';
import { sourceLine } from './why.ts';

type Style = Pick<Terminal, 'colors' | 'width'>;

/** What is known now: what tools reported, what the agent recorded, and what the conversation itself counts. Then what isn't known. */
export function showFacts(run: ScenarioRun, style: Style): string {
  const document = documentOf(run);
  const values = (run.turns.at(-1) ?? run.opening).facts[document.id] ?? {};
  // Facts that stand for conditions are in `why`, where they matter.
  const facts = document.facts.filter(({ kind }) => kind !== 'derived');
  const known = facts.filter(({ id }) => (values[id] ?? null) !== null);
  const unknown = facts.filter((fact) => !known.includes(fact)).map(({ id }) => id);
  const shown = known.map(({ id }) => indented(factWords(knownFact(id, values[id] ?? null, document)), style));
  const rest =
    unknown.length > 0 ? showItem({ label: 'not known', text: unknown.join(', '), tone: 'careful' }, style) : '';
  return `${shown.join('')}${rest}\n`;
}

/** The rules that stay silent only because something isn't known. */
export function showSilent({ run, sources }: Pick<SoundlyPlayed, 'run' | 'sources'>, style: Style): string {
  const silent = silentRules(run);
  if (silent.length === 0) return 'no rule waits for a fact\n\n';
  const shown = silent.map(({ at, missing }) => {
    const label = { label: 'not known', text: listed(missing, 'or'), tone: 'careful' as const };
    return showItem(label, style) + indented(sourceLine(at, sources), style);
  });
  return `${shown.join('')}\n`;
}
