import type { Change, ChangeClass } from './change.ts';
import type { RuleKind } from './rule.ts';

/** Which of the three numbers of a version has to rise. */
export type VersionStep = 'patch' | 'minor' | 'major';

const STEPS: readonly VersionStep[] = ['patch', 'minor', 'major'];

type Owed = Readonly<Partial<Record<ChangeClass, VersionStep>>>;

/** What is so for every kind that says nothing else. */
const USUALLY: Owed = {
  'words only': 'patch',
  new: 'minor',
  tightened: 'minor',
  loosened: 'minor',
  moved: 'minor',
  lost: 'minor',
};

/** What protects: where there is less of it, or something else, somebody who relied on it can be worse off. */
const PROTECTS: Owed = { loosened: 'major', moved: 'major', lost: 'major' };

/** What records and reports call by its name. */
const REPORTED: Owed = { lost: 'major' };

const BY_KIND: Readonly<Partial<Record<RuleKind, Owed>>> = {
  playbook: { loosened: 'major' },
  boundary: PROTECTS,
  escalation: PROTECTS,
  team: PROTECTS,
  // The tools report them, or fill them in.
  signal: { moved: 'major' },
  field: { moved: 'major' },
  trigger: REPORTED,
  step: REPORTED,
  'follow up': REPORTED,
  'agent care': REPORTED,
  trend: REPORTED,
};

/**
 * The step that a change owes the version of its playbooks: a major one where protection gets weaker, or a name or a type that tools rely on changes; a minor
 * one where anything else is done in another way; a patch where only words are others.
 */
export function stepOwedBy({ kind, class: what, renamed }: Change): VersionStep | undefined {
  if (renamed) return 'major';
  return BY_KIND[kind]?.[what] ?? USUALLY[what];
}

/** The largest of the steps. */
export function largestStep(steps: readonly (VersionStep | undefined)[]): VersionStep | undefined {
  return STEPS.findLast((step) => steps.includes(step));
}

/**
 * The least version that is enough after such a step. Below 1.0.0 nothing is promised yet, and a minor step is enough for everything.
 *
 * @param version three numbers, `1.2.0`
 */
export function leastVersion(version: string, step: VersionStep): string {
  const [major, minor, patch] = numbersOf(version);
  if (step === 'patch') return [major, minor, patch + 1].join('.');
  return step === 'minor' || major === 0 ? [major, minor + 1, 0].join('.') : [major + 1, 0, 0].join('.');
}

/** Whether a version isn't below another. */
export function isAtLeastVersion(version: string, least: string): boolean {
  const [a, b] = [numbersOf(version), numbersOf(least)];
  const index = a.findIndex((number, place) => number !== b[place]);
  return index < 0 || (a[index] ?? 0) > (b[index] ?? 0);
}

function numbersOf(version: string): readonly [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
}
