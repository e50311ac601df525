import type { AstNode } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import type { FindingCode, FindingParameters } from '../findings/catalogue.ts';
import type { RelatedPlace } from '../findings/finding.ts';
import type { Workspace } from '../linking/workspace.ts';

/** Where a finding is: a node, one of its properties, or the `keyword` it was written with; or a stretch of text inside the node. */
export interface Place<Node extends AstNode = AstNode> {
  readonly node: Node;
  readonly property?: string;
  readonly index?: number;
  readonly keyword?: string;
  /** Instead of all of that: this range. */
  readonly range?: Range;
  readonly related?: readonly RelatedPlace[];
  readonly unnecessary?: boolean;
  readonly deprecated?: boolean;
}

export type Report = <Code extends FindingCode>(code: Code, parameters: FindingParameters<Code>, place: Place) => void;

/** What a check may know besides the node it looks at. */
export interface CheckContext {
  readonly report: Report;
  readonly workspace: Workspace;
  /** The day on which the check is made, `YYYY-MM-DD`; nothing that depends on it is reported without it. */
  readonly today: string | undefined;
  /** The language that the playbooks are written in (BCP 47); English unless something else is said. */
  readonly locale: string;
  /** The currency (ISO 4217) of amounts that a message proposes. */
  readonly currency: string;
}

/** A check is a pure function named as a sentence about what must be (an error) or should be (a warning). */
export type Check<Node extends AstNode> = (node: Node, context: CheckContext) => void;
