import type { Change, PlaybookDifference } from '@poise/analysis/diff';
import { counted, quoted, someOf } from '../words/index.ts';
import { TOLD_CLASSES } from './overview.ts';
import { ruleWords } from './rule-words.ts';
import type { Verdict } from './verdict.ts';

/** Why it fails, a sentence for each reason; and what has been approved. Nothing where there is nothing to say. */
export function verdictWords({ unpaid, refused, approvals }: Verdict): readonly string[] {
  const leasts = [...new Set(unpaid.flatMap(({ owed }) => owed?.least ?? []))];
  const versions = leasts.map((least) => {
    const owing = unpaid.filter(({ owed }) => owed?.least === least);
    const ids = owing.map(({ id }) => id);
    const [act, have, their] =
      ids.length > 1 ? ['do', 'have', 'their versions have'] : ['does', 'has', 'its version has'];
    const why = owing.some(doesSomethingElse)
      ? `${act} something else than before`
      : `${have} names that records and reports don’t know`;
    return `${someOf(ids)} ${why}: ${their} to be at least ${least}`;
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

/** Where only words are others, a name is: else nothing would be owed. */
function doesSomethingElse({ counts }: PlaybookDifference): boolean {
  return TOLD_CLASSES.some((one) => one !== 'words only' && counts[one] > 0);
}

const MOST_NAMED = 3;

function rulesIn(changes: readonly Change[]): string {
  const named = changes.slice(0, MOST_NAMED).map((change) => `${change.class} ${ruleWords(change)}`);
  const more = changes.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
