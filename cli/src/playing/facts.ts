import { factsNow, type SoundlyPlayed, silentRules } from '@poise/generator/playing';
import type { ScenarioRun } from '@poise/generator/scenarios';
import { factWords, listed } from '@poise/generator/words';
import type { Terminal } from '../terminal.ts';
import { indented, showItem } from './card.ts';
import { sourceLine } from './why.ts';

type Style = Pick<Terminal, 'colors' | 'width'>;

/** What is known now: what tools reported, what the agent recorded, and what the conversation itself counts. Then what isn't known. */
export function showFacts(run: ScenarioRun, style: Style): string {
  // Facts that stand for conditions are in `why`, where they matter.
  const facts = factsNow(run);
  const shown = facts.filter(({ value }) => value !== null).map((known) => indented(factWords(known), style));
  const unknown = facts.filter(({ value }) => value === null).map(({ fact }) => fact);
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
