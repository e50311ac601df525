/** How a playbook is tried out: the events so far go to the server, and all that is to be shown comes back. The server remembers nothing of them. */
import type { LocalTime, Simulation, UntimedEvent } from '@poise/generator/playing';
import type { DocumentRange } from './ranges.ts';

/** Plays a conversation: `SimulateParams` → `SimulationAnswer`. */
export const SIMULATE = 'poise/simulator/simulate';
/** Makes a scenario of a conversation: `RecordParams` → `RecordAnswer`. */
export const RECORD = 'poise/simulator/record';

export interface SimulateParams {
  readonly uri: string;
  readonly opening: LocalTime;
  readonly events: readonly UntimedEvent[];
  /** A reply that the agent is writing. */
  readonly draft?: string;
}

export type SimulationAnswer =
  | {
      readonly kind: 'simulation';
      readonly simulation: Simulation;
      /** The files that places name, by their names in these, as an editor has them. */
      readonly files: Readonly<Record<string, string>>;
      /** How many mistakes keep the newest version from being played; what is shown is of the last one without any. */
      readonly mistakes: number;
      /** Other playbooks that would take part, but for their own mistakes. */
      readonly leftOut: readonly string[];
    }
  /** There is nothing to be tried out: a library; what was never sound since it was opened, with how many mistakes; what is retired. */
  | { readonly kind: 'library' | 'retired' }
  | { readonly kind: 'mistaken'; readonly mistakes: number };

export interface RecordParams extends Omit<SimulateParams, 'draft'> {
  readonly title: string;
}

export type RecordAnswer =
  /** What is to be written at the end of the file, in the place of the white space there. */
  | {
      readonly kind: 'scenario';
      readonly edit: DocumentRange & { readonly text: string };
      /** The line that the scenario begins on then, counted from 0. */
      readonly line: number;
    }
  /** Nothing is to be written, and why. */
  | { readonly kind: 'unfit'; readonly reasons: readonly string[] };
