import type { Change } from '@poise/analysis/diff';
import type { Verdict } from '../../diff/verdict.ts';
import { counted } from '../counts.ts';
import { quoted, someOf } from '../scenarios/quoted.ts';
import { ruleWords } from './rule-words.ts';

/** Why it fails, a sentence for each reason; and what has been approved. Nothing where there is nothing to say. */
export function verdictWords({ unpaid, refused, approvals }: Verdict): readonly string[] {
  const leasts = [...new Set(unpaid.flatMap(({ owed }) => owed?.least ?? []))];
  const versions = leasts.map((least) => {
    const ids = unpaid.filter(({ owed }) => owed?.least === least).map(({ id }) => id);
    const [act, their] = ids.length > 1 ? ['do', 'their versions have'] : ['does', 'its version has'];
    return `${someOf(ids)} ${act} something else than before: ${their} to be at least ${least}`;
  });
  const missing = approvals.filter(({ isGiven }) => !isGiven);
  const names = [...new Set(missing.map(({ by }) => by))];
  const needed = names.map((name) => {
    const theirs = missing.filter(({ by }) => by === name).map(({ change }) => change);
    return `${quoted(name)} has to approve ${counted(theirs.length, 'change')}: ${rulesIn(theirs)}`;
  });
  const unwanted =
    refused.length > 0 ? [`${counted(refused.length, 'change')} must not be here: ${rulesIn(refused)}`] : [];
  return [...unwanted, ...versions, ...needed];
}

const MOST_NAMED = 3;

function rulesIn(changes: readonly Change[]): string {
  const named = changes.slice(0, MOST_NAMED).map((change) => `${change.class} ${ruleWords(change)}`);
  const more = changes.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
