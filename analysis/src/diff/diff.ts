import type { Playbook } from '@poise/runtime';
import type { Change, ChangeClass, Side } from './change.ts';
import { comparePlaybooks } from './compare-playbooks.ts';
import { rulesOf } from './rules-of.ts';
import { isAtLeastVersion, largestStep, leastVersion, stepOwedBy, type VersionStep } from './version-step.ts';

/** What became of playbooks from one version to another. */
export interface Difference {
  /** By their ids. */
  readonly playbooks: readonly PlaybookDifference[];
  /** Every rule, those that are the same included; what several playbooks share once. */
  readonly changes: readonly Change[];
}

/** One playbook in both versions. */
export interface PlaybookDifference {
  readonly id: string;
  readonly title: string;
  /** Its versions as the headings say; absent where there is no such playbook. */
  readonly before?: string;
  readonly after?: string;
  /** How many of its rules are of each class. */
  readonly counts: Readonly<Record<ChangeClass, number>>;
  /** What its heading owes; absent where nothing has changed, or one of the versions hasn't got it. */
  readonly owed?: { readonly step: VersionStep; readonly least: string; readonly isPaid: boolean };
}

/**
 * Compares two versions of a set of playbooks, rule by rule.
 *
 * @param compare compares two versions of one, for whoever keeps what came of that
 */
export function diffPlaybooks(
  before: readonly Playbook[],
  after: readonly Playbook[],
  compare: typeof comparePlaybooks = comparePlaybooks,
): Difference {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))].sort();
  const found = ids.map((id) => {
    const [was, is] = [before, after].map((playbooks) => playbooks.find((playbook) => playbook.id === id));
    const changes = was && is ? compare(was, is) : is ? [onlyIn(is, 'new')] : was ? [onlyIn(was, 'lost')] : [];
    return { id, was, is, changes };
  });
  return {
    playbooks: found.map(({ id, was, is, changes }) => ({
      id,
      title: (is ?? was)?.title ?? id,
      ...(was && { before: was.version }),
      ...(is && { after: is.version }),
      counts: countClasses(changes),
      ...(was && is && owedBy(changes, was, is)),
    })),
    changes: merged(found.flatMap(({ changes }) => changes)),
  };
}

/** How many changes there are of each class. */
export function countClasses(changes: readonly Change[]): Readonly<Record<ChangeClass, number>> {
  const counts = { lost: 0, loosened: 0, moved: 0, tightened: 0, new: 0, 'words only': 0, same: 0 };
  for (const change of changes) counts[change.class] += 1;
  return counts;
}

function owedBy(changes: readonly Change[], was: Playbook, is: Playbook): Pick<PlaybookDifference, 'owed'> {
  const step = largestStep(changes.map(stepOwedBy));
  if (!step) return {};
  const least = leastVersion(was.version, step);
  return { owed: { step, least, isPaid: isAtLeastVersion(is.version, least) } };
}

function onlyIn(playbook: Playbook, side: 'new' | 'lost'): Change {
  const heading = rulesOf(playbook)[0];
  const { file = 0, line = 1, column = 1 } = heading?.at ?? {};
  const whole: Side = {
    form: 'playbook',
    names: [playbook.id],
    title: playbook.title,
    terms: {},
    at: { file: playbook.files[file]?.path ?? '', line, column },
    parts: [],
  };
  const change = { playbooks: [playbook.id], kind: 'playbook', renamed: false, details: [] } as const;
  return side === 'new' ? { ...change, class: 'new', after: whole } : { ...change, class: 'lost', before: whole };
}

/** The same change in several playbooks, which use the file that it is in, once. */
function merged(changes: readonly Change[]): readonly Change[] {
  const known = new Map<string, Change>();
  for (const change of changes) {
    const [before, after] = [change.before, change.after].map(
      (side) => side && [side.owner, side.form, side.names, side.at],
    );
    const key = JSON.stringify([change.kind, change.class, before, after]);
    const same = known.get(key);
    known.set(key, same ? { ...same, playbooks: [...same.playbooks, ...change.playbooks] } : change);
  }
  return [...known.values()];
}
