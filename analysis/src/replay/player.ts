import {
  type Conversation,
  type Event,
  type Guidance,
  type IntendedAct,
  type Opening,
  open,
  type Playbook,
  type Playbooks,
} from '@poise/runtime';
import type { FactValue } from '@poise/runtime/rules';

/** An event without its time: the conversation's clock gives it. */
export type Deed = Event extends infer One ? (One extends { readonly at: number } ? Omit<One, 'at'> : never) : never;

/** More events than anybody would follow. */
const MOST_EVENTS = 300;

/** One conversation that is being played, everything that has been done in it, and what came of it. */
export class Player {
  readonly document: Playbook;
  readonly playbooks: Playbooks;
  readonly opening: Opening;
  readonly events: Event[] = [];
  guidance: Guidance;
  /** The moves that the playbook has made so far, the skipped steps left out. */
  readonly moves: Guidance['moves'][number][] = [];
  private readonly objections: Objection[] = [];
  /** The fields that some line has asked for, or had recorded. */
  readonly gathered = new Set<string>();
  private readonly conversation: Conversation;
  private now: number;

  constructor(playbooks: Playbooks, document: Playbook, opening: Opening) {
    this.playbooks = playbooks;
    this.document = document;
    this.opening = opening;
    this.now = opening.time;
    const opened = open(playbooks, opening);
    this.conversation = opened.conversation;
    this.guidance = opened.guidance;
    this.note();
  }

  /** Lets something happen, and then lets every team that is asked to take over answer. */
  do(deed: Deed): void {
    if (this.events.length >= MOST_EVENTS) return;
    this.handle({ ...deed, at: this.now } as Event);
    for (const { handover, asked } of this.guidance.escalations) {
      const team = asked.at(-1)?.asked;
      if (handover && team != null) this.handle({ type: 'teamAnswers', team, at: this.now });
    }
  }

  /** Lets the agent reply. Where that needs a team's approval, the team approves. */
  reply(text: string): void {
    const { blocks } = this.conversation.review({ type: 'agentSays', text });
    for (const { approvals = [] } of blocks) for (const team of approvals) this.do({ type: 'teamApproves', team });
    this.do({ type: 'agentSays', text });
  }

  /** Lets time go by. */
  wait(seconds: number): void {
    this.now += Math.ceil(seconds) * 1000;
    this.do({ type: 'timePasses' });
  }

  /** In UTC milliseconds. */
  get time(): number {
    return this.now;
  }

  /** The step that the playbook is at, if it is at work. */
  get step(): string | undefined {
    return this.guidance.playbooks.find(({ id }) => id === this.document.id)?.step;
  }

  /** Whether it has taken no more events than anybody would follow. */
  get isSound(): boolean {
    return this.events.length < MOST_EVENTS;
  }

  /**
   * Whether a rule has held a move to a step back, or has been crossed by a start there.
   *
   * @param after the number of moves that had been made before
   */
  isHeldBack(rule: string, to: string | undefined, after: number): boolean {
    return this.objections.some((one) => one.rule === rule && one.to === to && one.from <= after && after <= one.until);
  }

  /** What a fact is worth now, by its number. */
  valueOf(fact: number): FactValue {
    return this.playbooks.moment.value(fact);
  }

  /** The rules that would hold an act back now. */
  blocksOf(act: IntendedAct): readonly string[] {
    return this.conversation.review(act).blocks.map(({ rule }) => rule);
  }

  /** The rules that would hold the close back now. */
  blocksOfClose(): readonly string[] {
    return this.blocksOf({ type: 'agentCloses' });
  }

  private handle(event: Event): void {
    this.guidance = this.conversation.handle(event);
    this.events.push(event);
    this.note();
  }

  private note(): void {
    const { moves, heldBack, crossings, lines } = this.guidance;
    for (const line of lines) {
      for (const field of line.kind === 'ask' ? [line.field] : line.kind === 'record' ? line.fields : [])
        this.gathered.add(field);
    }
    const from = this.moves.length;
    this.moves.push(...moves.filter(({ how, playbook }) => how !== 'skip' && playbook === this.document.id));
    const until = this.moves.length;
    for (const { what, step, blocks } of heldBack) {
      if (what === 'move') for (const { rule } of blocks) this.objections.push({ rule, to: step, from, until });
    }
    for (const { rule } of crossings) this.objections.push({ rule, to: undefined, from, until });
  }
}

/** That a rule stood against a move, or was crossed. */
interface Objection {
  readonly rule: string;
  /** Where the move would have led. */
  readonly to: string | undefined;
  /** How many moves had been made before and after the event. */
  readonly from: number;
  readonly until: number;
}
