import type { FindingCode, FindingParameters } from '../../findings/catalogue.ts';
import type { Stretch } from './words.ts';

/** Words of the agent, as the lints look at them. */
export interface AgentWords {
  /** Without quotes and escapes, placeholders as written; the strings of a text joined by a space, as they are said. */
  readonly text: string;
  /** Whether somebody may have to say them, and not only write them. */
  readonly aloud: boolean;
}

export type ReportWords = <Code extends FindingCode>(
  code: Code,
  parameters: FindingParameters<Code>,
  stretch: Stretch,
) => void;

/** Looks at one text; a pure function named as a sentence about what should be. */
export type WordingLint = (words: AgentWords, report: ReportWords) => void;
