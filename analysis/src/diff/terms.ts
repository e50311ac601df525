/** What is said of a rule besides when it holds, and what it means that it is said in another way. */
import type {
  Amount,
  CompiledPhraseList,
  Day,
  Happening,
  Origin,
  Playbook,
  Reaction,
  Rung,
  Type,
} from '@poise/runtime';
import { byMoreAndLess, type Direction, reversed, together } from './direction.ts';
import { compareHours, type OpeningHours } from './hours.ts';
import { compareLadders, compareTelling } from './ladders.ts';
import { compareLists, tellingApart } from './phrase-lists.ts';
import { compareReactions } from './reactions.ts';

/** What can be said of a rule, as the documents have it. */
export interface TermValues {
  readonly status: Playbook['status'];
  /** The days on which a playbook may start; `null`: without a beginning, or an end. */
  readonly valid: { readonly from: Day | null; readonly until: Day | null };
  /** Where the rule is: one of a file that the playbook uses is in force from the opening of the conversation. */
  readonly origin: Origin;
  readonly beats: { readonly everything: boolean; readonly others: readonly string[] };
  readonly stages: readonly { readonly id: string; readonly optional: boolean }[];
  readonly stage: string;
  /** What comes next among its like, of those that both versions have; `null`: nothing. */
  readonly next: string | null;
  readonly channels: readonly string[];
  readonly worth: { readonly amount: Amount; readonly upTo: boolean };
  readonly fields: readonly string[];
  /** Seconds. */
  readonly within: number;
  /** Only offers that are worth more. */
  readonly limit: Amount;
  /** Whether the worth of all offers counts together. */
  readonly total: boolean;
  /** What must not be said. */
  readonly phrases: CompiledPhraseList;
  /** What must be said. */
  readonly wanted: CompiledPhraseList;
  readonly before: string;
  readonly reactions: readonly Reaction[];
  readonly ladder: readonly Rung[];
  readonly tell: readonly (readonly Rung[])[];
  readonly stay: boolean;
  /** Seconds. */
  readonly resolve: number;
  readonly handOver: readonly string[];
  /** Seconds, and how often at most; `null`: without an end. */
  readonly repeat: { readonly every: number; readonly times: number | null };
  readonly counted: Happening;
  /** How many times at least. */
  readonly least: number;
  /** In how many seconds. */
  readonly window: number;
  /** Seconds. */
  readonly answers: number;
  readonly hours: OpeningHours;
  readonly closed: readonly Day[];
  readonly otherwise: string;
  readonly type: { readonly type: Type; readonly fixed: boolean };
}

export type TermName = keyof TermValues;
export type Terms = { readonly [Name in TermName]?: TermValues[Name] };

/** Something that is said in another way; absent where nothing is said. */
export type TermDetail = {
  readonly [Name in TermName]: {
    readonly of: Name;
    readonly direction: Direction;
    readonly before?: TermValues[Name];
    readonly after?: TermValues[Name];
    /** Of phrases: a message in which only one of the versions finds something. */
    readonly message?: TellingMessage;
  };
}[TermName];

export interface TellingMessage {
  readonly text: string;
  readonly before: boolean;
  readonly after: boolean;
}

/** Compares two values that aren't the same. */
type Compare<Value> = (before: Value | undefined, after: Value | undefined) => Direction;

const COMPARED: { readonly [Name in TermName]: Compare<TermValues[Name]> } = {
  status: (before, after) => byMoreAndLess(after === 'active', before === 'active'),
  valid: (before, after) =>
    byMoreAndLess(
      startOf(after) < startOf(before) || endOf(after) > endOf(before),
      startOf(after) > startOf(before) || endOf(after) < endOf(before),
    ),
  origin: (before, after) => byMoreAndLess(after === 'house', before === 'house'),
  // What one of several leads, another doesn't.
  beats: somethingElse,
  stages: somethingElse,
  stage: somethingElse,
  next: somethingElse,
  channels: (before, after) => (before && after ? grown(before, after) : byMoreAndLess(!after, !before)),
  worth: (before, after) => (before?.upTo === after?.upTo ? capped(before?.amount, after?.amount) : 'moved'),
  fields: grown,
  within: lessIsTighter,
  // Without a limit, all offers are meant.
  limit: (before, after) => (before && after ? capped(before, after) : byMoreAndLess(!after, !before)),
  total: yesIsTighter,
  phrases: (before = NO_PHRASES, after = NO_PHRASES) => compareLists(before, after),
  // The more there are, the easier it is to say one of them.
  wanted: (before = NO_PHRASES, after = NO_PHRASES) => reversed(compareLists(before, after)),
  before: somethingElse,
  reactions: (before = [], after = []) => compareReactions(before, after),
  ladder: (before = [], after = []) => compareLadders(before, after),
  tell: (before = [], after = []) => compareTelling(before, after),
  stay: yesIsTighter,
  resolve: lessIsTighter,
  handOver: grown,
  repeat: (before, after) =>
    together([
      lessIsTighter(before?.every, after?.every),
      before && after ? reversed(lessIsTighter(before.times ?? undefined, after.times ?? undefined)) : 'same',
    ]),
  counted: somethingElse,
  least: lessIsTighter,
  window: (before, after) => reversed(lessIsTighter(before, after)),
  answers: lessIsTighter,
  hours: (before = ALWAYS_OPEN, after = ALWAYS_OPEN) => compareHours(before, after),
  closed: (before, after) => reversed(grown(before, after)),
  otherwise: (before, after) => (before && after ? 'moved' : byMoreAndLess(!before, !after)),
  type: somethingElse,
};

const NO_PHRASES: CompiledPhraseList = { phrases: [], except: [] };
const ALWAYS_OPEN: OpeningHours = { zone: null, hours: [] };

/** What is said in another way of a rule. */
export function differingTerms(before: Terms, after: Terms): readonly TermDetail[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as TermName[];
  return names.flatMap((name) => compareTerm(name, before, after) ?? []);
}

function compareTerm<Name extends TermName>(name: Name, before: Terms, after: Terms): TermDetail | undefined {
  const [was, is]: readonly [Terms[Name], Terms[Name]] = [before[name], after[name]];
  if (JSON.stringify(was) === JSON.stringify(is)) return undefined;
  const compare: Compare<TermValues[Name]> = COMPARED[name];
  const direction = compare(was, is);
  if (direction === 'same') return undefined;
  const message = isList(was) && isList(is) ? tellingApart(was, is) : undefined;
  return {
    of: name,
    direction,
    ...(was !== undefined && { before: was }),
    ...(is !== undefined && { after: is }),
    ...(message && { message }),
  } as TermDetail;
}

function isList(value: unknown): value is CompiledPhraseList {
  return typeof value === 'object' && value !== null && 'phrases' in value;
}

function somethingElse(): Direction {
  return 'moved';
}

/** Without a number there is no end to it. */
function lessIsTighter(before = Number.POSITIVE_INFINITY, after = Number.POSITIVE_INFINITY): Direction {
  return byMoreAndLess(after < before, after > before);
}

function yesIsTighter(before: boolean | undefined, after: boolean | undefined): Direction {
  return byMoreAndLess(after === true && before !== true, before === true && after !== true);
}

function grown(before: readonly string[] = [], after: readonly string[] = []): Direction {
  return byMoreAndLess(
    after.some((one) => !before.includes(one)),
    before.some((one) => !after.includes(one)),
  );
}

/** The less may be given, the tighter. Amounts that can't be compared are something else. */
function capped(before: Amount | undefined, after: Amount | undefined): Direction {
  if (!before || !after || before.currency !== after.currency) return 'moved';
  if ('fact' in before || 'fact' in after) {
    return 'fact' in before && 'fact' in after && before.fact === after.fact ? 'same' : 'moved';
  }
  return lessIsTighter(before.amount, after.amount);
}

/** Days sort as texts. */
function startOf(valid: TermValues['valid'] | undefined): Day {
  return valid?.from ?? '';
}

function endOf(valid: TermValues['valid'] | undefined): Day {
  return valid?.until ?? '9999-99-99';
}
