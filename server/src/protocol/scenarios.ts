/** The scenarios of playbooks: which there are, what comes of them as the files are now, and what they cover. */
import type { StopGroup } from '@poise/generator/playing';
import type { DocumentRange } from './ranges.ts';

export type { StopGroup };

/**
 * Lists the scenarios of a file, or of all files: `ListScenariosParams` → `readonly FileScenarios[]`. Left out are files without any, and retired playbooks, which
 * aren't tried out.
 */
export const LIST_SCENARIOS = 'poise/scenarios/list';
/** Plays scenarios of a file: `PlayScenariosParams` → `PlayScenariosAnswer`. */
export const PLAY_SCENARIOS = 'poise/scenarios/play';

export interface ListScenariosParams {
  /** Without them: all files. */
  readonly uris?: readonly string[];
}

/** In the order written; also of files with mistakes, by their text. */
export interface FileScenarios {
  readonly uri: string;
  /** The playbook's title. */
  readonly playbook: string;
  readonly scenarios: readonly ListedScenario[];
}

export interface ListedScenario {
  /** Several scenarios of a file may have the same: they are played together, and told in the order written. */
  readonly title: string;
  /** From its heading to its last line. */
  readonly range: DocumentRange;
}

export interface PlayScenariosParams {
  readonly uri: string;
  /** Without it: all of the file. */
  readonly titles?: readonly string[];
  /** Leaves out the stops, which are most of an answer: for runs that nobody steps through. */
  readonly withoutStops?: boolean;
  /** Leaves out what is covered, which is most of the rest: for runs in which nobody asks for it. */
  readonly withoutCoverage?: boolean;
}

export type PlayScenariosAnswer =
  | {
      readonly kind: 'played';
      readonly scenarios: readonly PlayedScenario[];
      readonly coverage: readonly FileCoverage[];
      /** All that was read for it: what is played in continuous runs is played again when one of these changes. */
      readonly files: readonly string[];
    }
  /** Nothing was played: the file, one that it uses, a playbook that it is played with or `poise.json` has mistakes, so many in all. */
  | {
      readonly kind: 'mistaken';
      readonly mistakes: number;
      /** Why, in words: `a file that it uses has mistakes`. */
      readonly reason: string;
      readonly files: readonly string[];
    };

export interface PlayedScenario {
  readonly title: string;
  /** The opening, every line by which something happened, and every expectation that was met: up to the end, or to the line that fails. */
  readonly stops: readonly Stop[];
  /** Absent where it passes. */
  readonly failure?: ScenarioFailure;
}

/** How the conversation stands after a line of a scenario, in words for people. */
export interface Stop {
  readonly place: SourcePlace;
  /** What the guidance is then, and the facts that are known: in groups, as one shows variables. None of them is empty. */
  readonly groups: readonly StopGroup[];
}

export interface ScenarioFailure {
  readonly place: SourcePlace;
  /** Both as they go on after `Expected …` and `but …`. */
  readonly expected: string;
  readonly but: string;
  readonly because: readonly { readonly words: string; readonly place: SourcePlace }[];
}

/** Where the source says something. */
export interface SourcePlace {
  readonly uri: string;
  readonly range: DocumentRange;
}

/** What the scenarios that were played cover of a file: the playbook's own, or one that it uses. */
export interface FileCoverage {
  readonly uri: string;
  readonly items: readonly CoveredItem[];
}

export interface CoveredItem {
  /** The same thing has the same id in every answer, so that the hits of several add up: each file's scenarios cover what they touch of others, too. */
  readonly id: string;
  /** Rules and lines are either covered or not; steps are what has parts; the others are ways or sides, one of several. */
  readonly kind: 'statement' | 'step' | 'branch';
  readonly range: DocumentRange;
  /** What it is: `escalation long_overdue`. */
  readonly name: string;
  /** How many scenarios cover it. */
  readonly hits: number;
  /** What has not happened, as a sentence, where none does. */
  readonly missing?: string;
}
