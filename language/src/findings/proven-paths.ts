import { defineFindings } from './finding.ts';
import { type Circumstance, situationWords } from './witness.ts';
import { code, oneOf } from './words.ts';

/** One move of a path: to a step, or to the end of the playbook. */
interface PathMove {
  readonly step?: string;
  readonly skipped: readonly string[];
  readonly when: readonly Circumstance[];
}

/** Something that a conversation comes to. */
interface Milestone {
  readonly kind: 'step' | 'stage' | 'close';
  readonly id?: string;
}

/** What a boundary demands; without a name where it is a list of phrases written in place. */
interface Demand {
  readonly kind: 'record' | 'say' | 'offer';
  readonly name?: string;
}

/** What is found about the paths through a playbook's steps. */
export const pathFindings = defineFindings({
  'unreachable-step': {
    severity: 'error',
    message: (p: { step: string; ways: readonly string[] }) =>
      p.ways.length === 0
        ? `no path leads to step ${code(p.step)}: every step above it goes elsewhere`
        : `no path leads to step ${code(p.step)}: what the way from ${oneOf(p.ways)} needs can't be so there`,
  },
  'no-way-out': {
    severity: 'error',
    message: (p: { step: string; circle: readonly string[] }) =>
      p.circle.length < 3
        ? `step ${code(p.step)} leads only to itself, so the conversation can't end: add a way out`
        : `these steps lead only to each other, so the conversation can't end: ${inRow(p.circle)}`,
  },
  'circle-without-progress': {
    severity: 'error',
    message: (p: { circle: readonly string[]; when: readonly Circumstance[] }) =>
      p.circle.length < 3
        ? `step ${code(p.circle[0] ?? '')} goes to itself again and again${situation(p.when)}, whatever is said: let it wait for something new`
        : `these steps go round and round${situation(p.when)}, whatever is said: ${inRow(p.circle)}; let one of them wait for something new`,
  },
  'order-broken': {
    severity: 'error',
    message: (p: { first: Milestone; later: Milestone; path: readonly PathMove[] }) =>
      // The first step is entered all the same.
      p.path.length < 2 && p.later.kind !== 'close'
        ? `the playbook begins with ${milestone(p.later)}, without ${milestone(p.first)}: ${pathWords(p.path)}; put ${milestone(p.first)} first, or drop this line`
        : `a path comes to ${milestone(p.later)} without ${milestone(p.first)}, and is held up there: ${pathWords(p.path)}; lead it through ${milestone(p.first)}, or drop this line`,
  },
  'obligation-left-open': {
    severity: 'error',
    message: (p: { demand: Demand; before: Milestone; path: readonly PathMove[]; when: readonly Circumstance[] }) =>
      `nothing ${GIVING[p.demand.kind]} ${p.demand.name === undefined ? 'these words' : code(p.demand.name)} on a path to ${milestone(p.before)}, which is held up${situation(p.when)}: ${pathWords(p.path)}; add a line for it, or say when it isn't needed`,
  },
  'unfilled-placeholder': {
    severity: 'error',
    message: (p: { step: string; field: string; path: readonly PathMove[]; when: readonly Circumstance[] }) =>
      `nothing has asked for ${code(p.field)} before step ${code(p.step)} says it${situation(p.when)}: ${pathWords(p.path)}; ask for it earlier, or say this only ${code(`when ${p.field} is known`)}`,
  },
  'gathered-too-late': {
    severity: 'warning',
    message: (p: { step: string; field: string; gatheredIn: readonly string[] }) =>
      `step ${code(p.step)} needs ${code(p.field)}, which is asked for only later, in ${oneOf(p.gatheredIn, 'and')}: ask for it earlier, or decide this later`,
  },
});

/** What nothing on the path does. */
const GIVING = { record: 'asks for', say: 'says', offer: 'offers' } as const;

function inRow(steps: readonly string[]): string {
  return steps.map(code).join(' → ');
}

function milestone({ kind, id }: Milestone): string {
  return id === undefined ? 'the close' : `${kind} ${code(id)}`;
}

function situation(when: readonly Circumstance[]): string {
  const words = situationWords(when);
  return words === '' ? '' : ` ${words}`;
}

/** A path, step by step, each with what leads there. */
function pathWords(path: readonly PathMove[]): string {
  return path
    .map(({ step, skipped, when }) => {
      const words = [...(skipped.length > 0 ? [`past ${oneOf(skipped, 'and')}`] : []), situationWords(when)];
      const how = words.filter((part) => part !== '').join(', ');
      return `${step === undefined ? 'the end' : code(step)}${how === '' ? '' : ` (${how})`}`;
    })
    .join(' → ');
}
