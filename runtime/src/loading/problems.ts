import { messageOf, type ProblemCode, type ProblemParameters } from './messages.ts';
import type { Path } from './path.ts';

/** Why a document can't be loaded. */
export interface LoadProblem {
  readonly code: ProblemCode;
  /** Which of the documents it is in: its place in the list that was given, from 0. */
  readonly document: number;
  /** The id of that document's playbook, where it says one. */
  readonly id?: string;
  /** Where in the document, as a JSON pointer (RFC 6901); empty for the document as a whole. */
  readonly path: string;
  /** What is wrong and what to do about it, for the people who put the documents there. */
  readonly message: string;
  /** The capability that is missing, where that is the problem. */
  readonly capability?: string;
}

/** Tells a problem of one document. */
export type Report = <Code extends ProblemCode>(code: Code, parameters: ProblemParameters<Code>, path: Path) => void;

/** The most problems that are told: who has read so many builds the documents again. It also bounds what a document of nothing but mistakes costs. */
const MOST_TOLD = 20;

/** The problems of a set of documents: the first of them, and how many more there are. */
export class ProblemList {
  readonly told: LoadProblem[] = [];
  more = 0;

  get count(): number {
    return this.told.length + this.more;
  }

  /** What tells the problems of the document at that place. */
  reporter(document: number, id: string | undefined): Report {
    return (code, parameters, path) => {
      if (this.told.length === MOST_TOLD) {
        this.more += 1;
        return;
      }
      const name = id === undefined ? {} : { id };
      const capability = 'capability' in parameters ? { capability: parameters.capability } : {};
      this.told.push({
        code,
        document,
        ...name,
        path: path.toString(),
        message: messageOf(code, parameters),
        ...capability,
      });
    };
  }
}
