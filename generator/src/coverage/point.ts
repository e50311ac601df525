import type { Place, Playbook, Position } from '@poise/runtime';
import type { CoverageItem } from './coverage.ts';
import type { Look } from './look.ts';

/** Something that can be covered, with what there is to see when it is. */
export type Point = Occurrence | Side;

/** Covered by what happened in a turn. */
export interface Occurrence extends About {
  readonly seenIn: (look: Look) => boolean;
}

/** One side of a threshold: covered by a value close to it. */
export interface Side extends About {
  /** The values that the rule could decide by. */
  readonly valuesIn: (look: Look) => readonly number[];
  /** How far a value is from the threshold, in the unit of the value; `undefined` on the other side. */
  readonly distanceOf: (value: number) => number | undefined;
  /** The greatest distance at which a value is close. */
  readonly reach: number;
  readonly inWords: (value: number) => string;
}

/** What is said of it, as in `CoverageItem`. */
type About = Pick<CoverageItem, 'kind' | 'rule' | 'playbook' | 'at' | 'name' | 'missing'>;

/** Where the source says something. */
export function placeOf(document: Playbook, { file, line, column }: Position): Place {
  return { file: document.files[file]?.path ?? '', line, column };
}

/** The playbook whose own something is, by the file that it stands in. */
export function ownerOf(document: Playbook, at: Position): { readonly playbook?: string } {
  const own = document.steps[0]?.at ?? document.triggers[0]?.at;
  return own?.file === at.file ? { playbook: document.id } : {};
}

/** Which part of a document it is about. */
export function partOf(
  document: Playbook,
  { id, at }: { readonly id: string; readonly at: Position },
): Pick<About, 'rule' | 'playbook' | 'at'> {
  return { rule: id, ...ownerOf(document, at), at: placeOf(document, at) };
}
