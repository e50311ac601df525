import type { Circumstance } from '../states/circumstance.ts';
import type { Direction } from './direction.ts';
import type { Form, RuleKind } from './rule.ts';
import type { TermDetail, Terms } from './terms.ts';
import type { Texts } from './texts.ts';

/** What became of a rule from one version of the playbooks to the other. */
export type ChangeClass = Direction | 'new' | 'lost' | 'words only';

/** All classes, those that people have to look at first at the beginning. */
export const CHANGE_CLASSES = [
  'lost',
  'loosened',
  'moved',
  'tightened',
  'new',
  'words only',
  'same',
] as const satisfies readonly ChangeClass[];

/** One rule, as it was and as it is. */
export interface Change {
  /** The playbooks that it is in: several for a rule that several use. */
  readonly playbooks: readonly string[];
  readonly kind: RuleKind;
  readonly class: ChangeClass;
  /** Absent for what is new. */
  readonly before?: Side;
  /** Absent for what is lost. */
  readonly after?: Side;
  /** Whether its author has given it another name, and nothing else was needed to know it again. */
  readonly renamed: boolean;
  /** What of it differs: nothing where it is the same, or only its words are others. */
  readonly details: readonly Detail[];
  /** What it says in one version only; absent where it says the same. */
  readonly words?: { readonly before: Texts; readonly after: Texts };
}

/** A rule in one of the versions. */
export interface Side {
  /** What it belongs to, if it has no name of its own or is only one of several in something that has. */
  readonly owner?: { readonly kind: RuleKind; readonly name: string; readonly title?: string | undefined };
  readonly form: Form;
  /** Its own name, or those of what it is about. */
  readonly names: readonly string[];
  /** What people call it, besides its name. */
  readonly title?: string | undefined;
  /** What is said of it besides when it holds. */
  readonly terms: Terms;
  readonly at: Place;
  /** Of something that is new or lost as a whole: the rules in it. */
  readonly parts: readonly Pick<Side, 'form' | 'names' | 'terms'>[];
}

/** Where the sources of one version say something: line and column from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type Detail = GuardDetail | TermDetail;

/** It holds in other situations. */
export interface GuardDetail {
  readonly of: GuardName;
  readonly direction: Direction;
  /** The condition as its author wrote it; absent where there is none. */
  readonly before?: string;
  readonly after?: string;
  /** One for what it gained and one for what it lost, as far as there are any. */
  readonly situations: readonly Situation[];
  /** Too large to decide: it is taken for moved. */
  readonly undecided?: true;
}

/** The questions a rule asks of a situation. */
export type GuardName = 'when' | 'skip' | 'done' | 'until';

/** Something that can be, in which the two versions do different things. */
export interface Situation {
  /** What is so, for people; of all else it makes no difference. */
  readonly circumstances: readonly Circumstance[];
  readonly before: Outcome;
  readonly after: Outcome;
}

/** What one version makes of a situation. */
export interface Outcome {
  /** Whether the rule holds. */
  readonly holds: boolean;
  /** Of a way out of a step that is not taken: the one that is, if any is. */
  readonly instead?: Pick<Side, 'form' | 'names'>;
  /** The situation as the document of this version has it: what facts have to be known, by their ids. `null`: not known. */
  readonly facts: Readonly<Record<string, boolean | number | string | null>>;
}
