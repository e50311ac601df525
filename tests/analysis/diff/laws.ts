import { type Change, type Difference, diffPlaybooks, type GuardDetail } from '@poise/analysis/diff';
import { findPhraseIn, type Playbook, readMessage } from '@poise/runtime';
import { expect } from 'vitest';
import { replayed } from './replay.ts';

type Playbooks = readonly Playbook[];

/** What holds of the difference of any two versions, whatever they are. */
export function obeysLaws(before: Playbooks, after: Playbooks): Difference {
  const there = diffPlaybooks(before, after);
  const back = diffPlaybooks(after, before);
  expect(summaries(back.changes).sort()).toEqual(summaries(there.changes).map(mirrored).sort());
  for (const change of there.changes) {
    const { class: what, details } = change;
    // Whatever is done in another way, something shows how.
    if (['tightened', 'loosened', 'moved'].includes(what)) expect(details).not.toEqual([]);
    if (what === 'same' || what === 'words only') expect(details).toEqual([]);
    for (const detail of details) {
      if ('situations' in detail) situationsAreTrue(change, detail, before, after);
      else if (detail.of === 'phrases' || detail.of === 'wanted') messageIsTrue(detail);
    }
  }
  for (const { id, owed } of there.playbooks) {
    const [was, is] = [before, after].map((playbooks) => playbooks.find((playbook) => playbook.id === id));
    // What does the very same owes no more than a patch.
    if (was && is && was.hashes.behaviour === is.hashes.behaviour) expect(owed?.step ?? 'patch').toBe('patch');
  }
  return there;
}

/** A change in a few words, the same for the same change. */
export function summaryOf({ class: what, kind, before, after, renamed }: Change): string {
  const side = after ?? before;
  const owner = side?.owner ? `${side.owner.name}: ` : '';
  const form = side && side.form !== kind ? `${side.form} ` : '';
  const earlier = renamed ? ` (earlier ${before?.names[0]})` : '';
  return `${what} ${kind} ${owner}${form}${side?.names.join(', ')}`.trimEnd() + earlier;
}

function summaries(changes: readonly Change[]): string[] {
  // Renamed things go by another name in each direction.
  return changes.filter(({ renamed }) => !renamed).map((change) => `${change.class}|${placesOf(change)}`);
}

/** Sorted, for there is no before and after in the mirror. */
function placesOf({ kind, before, after }: Change): string {
  const sides = [before, after].map((side) => side && `${side.form} ${JSON.stringify(side.at)}`);
  return `${kind} ${sides.sort().join()}`;
}

const MIRROR: Readonly<Record<string, string>> = {
  tightened: 'loosened',
  loosened: 'tightened',
  new: 'lost',
  lost: 'new',
};

function mirrored(summary: string): string {
  const [what = '', rest] = summary.split('|');
  return `${MIRROR[what] ?? what}|${rest}`;
}

function situationsAreTrue(change: Change, { of, situations }: GuardDetail, before: Playbooks, after: Playbooks): void {
  const [id] = change.playbooks;
  for (const situation of situations) {
    expect(situation.before.holds).not.toBe(situation.after.holds);
    for (const [version, playbooks] of [
      ['before', before],
      ['after', after],
    ] as const) {
      const playbook = playbooks.find((one) => one.id === id);
      const outcome = situation[version];
      // Of something that is new or lost as a whole, the situation is that of the first rule in it.
      const side = change[version];
      if (!playbook || !side || side.parts.length > 0) continue;
      const { holds, instead } = replayed(change, situation, of, version, playbook);
      const claimed = outcome.instead && [outcome.instead.form, ...outcome.instead.names].join(' ');
      expect({ holds, instead, version }, JSON.stringify({ change, situation })).toEqual({
        holds: outcome.holds,
        instead: claimed,
        version,
      });
    }
  }
}

type AboutPhrases = Extract<Change['details'][number], { of: 'phrases' | 'wanted' }>;

function messageIsTrue({ before, after, message }: AboutPhrases): void {
  if (!message) return;
  for (const [list, isFound] of [
    [before, message.before],
    [after, message.after],
  ] as const) {
    const found = list && findPhraseIn(readMessage(message.text), list);
    expect(found !== undefined).toBe(isFound);
  }
}
