import type { Position, Text } from '@poise/runtime';

/** A playbook as a card for the people who work by it: plain data, in words. Everything on it says where the source says so. */
export interface Guide {
  readonly id: string;
  readonly title: string;
  readonly about?: string;
  readonly note?: string;
  /** What the heading says besides, in short lines: the owner, the version, the channels and so on. */
  readonly heading: readonly GuideFact[];
  readonly sections: readonly GuideSection[];
  readonly flow: Flow;
  /** Mistakes that are in none of the sections. */
  readonly mistakes: readonly GuideMistake[];
  /** The paths of the source files; positions refer to this list. */
  readonly files: readonly string[];
}

export interface GuideFact {
  readonly label: string;
  readonly text: string;
}

export type SectionKind =
  | 'starts'
  | 'steps'
  | 'boundaries'
  | 'escalations'
  | 'followUps'
  | 'care'
  | 'trends'
  | 'teams'
  | 'terms';

/** Parts of one kind; there are no empty sections. */
export interface GuideSection {
  readonly kind: SectionKind;
  readonly heading: string;
  readonly parts: readonly GuidePart[];
}

/** A step, a boundary, an escalation, a team: whatever has a name of its own. */
export interface GuidePart {
  readonly id: string;
  /** The title, or the name where there is none. */
  readonly title: string;
  readonly note?: string;
  /** Above the title, small: a step's stage. */
  readonly kicker?: string;
  /** It comes with a file that the playbook uses. */
  readonly isHouseRule?: true;
  readonly goal?: string;
  /** When it starts or holds, in the author's words. */
  readonly when?: string;
  /** The phrase lists that it asks for or forbids. */
  readonly phrases: readonly GuidePhrases[];
  readonly lines: readonly GuideLine[];
  /** Who is asked, and who next. */
  readonly ladder: readonly GuideRung[];
  /** How it ends, or comes again: short lines. */
  readonly closing: readonly GuideFact[];
  /** What is wrong where nothing of the part can be shown but its name. */
  readonly mistake?: GuideMistake;
  readonly at: Position;
}

/** A line of guidance, with what restricts it. */
export interface GuideLine {
  /** The line's verb: `Say`, `Ask`, `Never`. A line that isn't shown because of a mistake is called `Not shown`. */
  readonly label: string;
  /** Words that are said to a customer stand in quotes when they are shown. */
  readonly isSaid: boolean;
  /** One of these. */
  readonly texts: readonly GuideText[];
  /** What else belongs to it: an offer's worth, the field that an answer goes into. */
  readonly detail?: string;
  /** `on phone and chat`. */
  readonly channels?: string;
  /** When it holds, in the author's words: `when parcel is lost`. */
  readonly when?: string;
  /** Something is wrong here. */
  readonly isMistake?: boolean;
  readonly at: Position;
}

export interface GuideText {
  readonly parts: Text;
  readonly at: Position;
}

/** A team that is asked for help. */
export interface GuideRung {
  readonly team: string;
  /** `at once`, `15 minutes later`. */
  readonly after: string;
  /** `answers within 5 minutes`; nothing where the team isn't known. */
  readonly answers?: string;
  /** Who stands in while the team is closed, and when that is. */
  readonly otherwise?: string;
  readonly at: Position;
}

export interface GuidePhrases {
  readonly title: string;
  readonly phrases: readonly string[];
  readonly except: readonly string[];
  readonly at: Position;
}

export interface GuideMistake {
  readonly text: string;
  readonly at: Position;
}

/** The way through a playbook: what leads to what. */
export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

export interface FlowNode {
  readonly id: string;
  /** `other`: another playbook. `broken`: a step that can't be shown. */
  readonly kind: 'start' | 'step' | 'broken' | 'end' | 'other' | 'team' | 'escalation';
  readonly title: string;
  /** Small, above the title: a step's stage. */
  readonly kicker?: string;
  /** Small, below the title. */
  readonly note?: string;
  readonly at?: Position;
}

export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  /** `next`: as written. `jump`: somewhere else. `ladder`: nobody has answered. */
  readonly kind: 'next' | 'jump' | 'ladder';
  /** Why one goes this way; empty where nothing is said. */
  readonly label: string;
}
