import type { ProblemCode } from '@poise/runtime';
import type { Edits } from '../edits.ts';

/** A sound document with something wrong in it, and what is said of it: its first problem, and how many there are, if it isn't the only one. */
export interface WrongDocument {
  readonly name: string;
  readonly edits: Edits;
  readonly code: ProblemCode;
  readonly path: string;
  readonly message?: string;
  readonly problems?: number;
}

/** A position that every document has. */
export const AT = { file: 0, line: 1, column: 1 };
/** A condition about a fact of the parcel playbook. */
export const ALWAYS = {
  certain: { '!==': [{ var: 'note' }, null] },
  possible: { '!==': [{ var: 'note' }, null] },
  facts: ['note'],
  text: 'note is known',
};
/** A condition that is the same expression twice. */
export const asks = (fact: string, certain: unknown) => ({ certain, possible: certain, facts: [fact], text: '' });
/** Where a condition stands that rests on one fact only. */
export const WHEN = '/followUps/0/when';
