import type { AstNode } from 'langium';
import type { CheckSettings } from '../../services.ts';
import type { Place } from '../place.ts';
import type { Sight } from '../sight.ts';

/** Something that may be written at a place. */
export interface Offer {
  /** What is shown, and what the author's letters are compared with. */
  readonly label: string;
  /** What is written, where that isn't the label. */
  readonly text?: string;
  /** The same with tab stops, in the notation of the Language Server Protocol. */
  readonly snippet?: string;
  /** The kind of declaration that it names, as the grammar calls it; else `word`, `line`, `part` (of a file), `value`, `unit` or `file`. */
  readonly kind: string;
  /** What it is, in a few words. */
  readonly detail?: string | undefined;
  /** What it is for, in a sentence or two. */
  readonly says?: string | undefined;
  /** The file it comes from, if not this one. */
  readonly path?: string | undefined;
  /** That file isn't used yet: it has to be. */
  readonly needsUse?: boolean;
  /** What fits better has a smaller one. */
  readonly rank: number;
}

/** What offers depend on. */
export interface Circumstances {
  readonly place: Place;
  readonly sight: Sight;
  readonly settings: CheckSettings;
  /** The names of all time zones. */
  readonly zones: readonly string[];
  /** What a declaration's author says of it. */
  readonly noteOf: (node: AstNode) => string | undefined;
  /** Of more than anybody looks through, those that what has been typed so far may be meant for. */
  readonly pick: <One>(all: readonly One[], nameOf: (one: One) => string) => readonly One[];
}

/** From what fits best to what is only possible. */
export const RANK = { best: 0, own: 1, used: 2, other: 3, possible: 4, unseen: 5 } as const;
