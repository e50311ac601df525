import type { UntimedEvent } from '@poise/generator/playing';
import {
  RECORD,
  type RecordAnswer,
  type RecordParams,
  SIMULATE,
  type SimulateParams,
  type SimulationAnswer,
} from '@poise/server/protocol';
import type { Conversation, FromSimulator, ToSimulator } from '../../webviews/simulator/messages.ts';

/** Whom a session of the simulator works with. */
export interface SessionParts {
  /** Asks the language server. It has no answer while a file is being read: whoever made the session calls `replay` then. */
  ask<Answer>(method: string, params: object): Promise<Answer | undefined>;
  /** Tells the webview. */
  tell(message: ToSimulator): void;
  /** Writes a scenario into the file, and shows it. Tells whether that was done. */
  write(uri: string, scenario: Extract<RecordAnswer, { kind: 'scenario' }>): Promise<boolean>;
}

/** One conversation that is tried out: what has happened in it, and what of that was taken back. The server plays it anew each time. */
export class SimulatorSession {
  private readonly parts: SessionParts;
  private conversation: Conversation;
  /** Events that were taken back, the next one to be put back first. */
  private takenBack: readonly UntimedEvent[] = [];
  private last: SimulationAnswer | undefined;
  private queue: Promise<void> = Promise.resolve();

  constructor(conversation: Conversation, parts: SessionParts) {
    this.conversation = conversation;
    this.parts = parts;
  }

  /** The address of a file that a place names. */
  fileOf(path: string): string | undefined {
    return this.last?.kind === 'simulation' ? this.last.files[path] : undefined;
  }

  /** Plays the same again, because files have changed. */
  replay(): Promise<void> {
    return this.inTurn(async () => {
      const { conversation, takenBack, last } = this;
      const answer = await this.simulate(conversation);
      // Most of what is built is about other files.
      if (JSON.stringify(answer) !== JSON.stringify(last))
        this.show(conversation, takenBack, answer, { isNewVersion: true });
    });
  }

  /** Does what somebody wants, after all that was wanted before. */
  take(message: Exclude<FromSimulator, { kind: 'reveal' }>): Promise<void> {
    return this.inTurn(() => this.answer(message));
  }

  private inTurn(act: () => Promise<void>): Promise<void> {
    const turn = this.queue.then(act);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private answer(message: Exclude<FromSimulator, { kind: 'reveal' }>): Promise<void> {
    const { conversation, takenBack } = this;
    const all = [...conversation.events, ...takenBack];
    switch (message.kind) {
      case 'ready':
        return this.play(conversation, takenBack);
      case 'happen':
        return this.happen(message.event);
      case 'goTo': {
        const count = Math.max(0, message.count);
        return this.play({ ...conversation, events: all.slice(0, count) }, all.slice(count));
      }
      case 'restart':
        return this.play({ ...conversation, events: [] }, all);
      case 'begin':
        return this.play({ ...conversation, opening: message.opening }, takenBack);
      case 'judge':
        return this.judge(message.draft);
      case 'save':
        return this.save(message.title);
    }
  }

  /** What can't happen doesn't: that is said, and all stays as it was. */
  private async happen(event: UntimedEvent): Promise<void> {
    const { conversation, last } = this;
    // What couldn't be played any more is left behind as soon as the conversation goes on.
    const stopped = last?.kind === 'simulation' ? last.simulation.stopped?.event : undefined;
    const events = [...conversation.events.slice(0, stopped), event];
    const answer = await this.simulate({ ...conversation, events });
    const fault = answer?.kind === 'simulation' ? answer.simulation.stopped : undefined;
    if (fault) return this.play(conversation, this.takenBack, { refused: fault.because });
    this.show({ ...conversation, events }, [], answer);
  }

  private async play(
    conversation: Conversation,
    takenBack: readonly UntimedEvent[],
    how: Partial<Pick<Shown, 'isNewVersion' | 'refused'>> = {},
  ): Promise<void> {
    this.show(conversation, takenBack, await this.simulate(conversation), how);
  }

  private show(
    conversation: Conversation,
    takenBack: readonly UntimedEvent[],
    answer: SimulationAnswer | undefined,
    how: Partial<Pick<Shown, 'isNewVersion' | 'refused'>> = {},
  ): void {
    this.conversation = conversation;
    this.takenBack = takenBack;
    if (!answer) return;
    this.last = answer;
    this.parts.tell({
      kind: 'show',
      conversation,
      answer,
      takenBack: takenBack.length,
      isNewVersion: false,
      ...how,
    });
  }

  private simulate(params: SimulateParams): Promise<SimulationAnswer | undefined> {
    return this.parts.ask(SIMULATE, params);
  }

  private async judge(draft: string): Promise<void> {
    const answer = await this.simulate({ ...this.conversation, draft });
    const judged = answer?.kind === 'simulation' ? answer.simulation.draft : undefined;
    this.parts.tell({ kind: 'judged', draft, ...(judged && { judged }) });
  }

  private async save(title: string): Promise<void> {
    const { parts, conversation } = this;
    const params: RecordParams = { ...conversation, title };
    const answer = await parts.ask<RecordAnswer>(RECORD, params);
    if (answer?.kind !== 'scenario')
      return parts.tell(answer ?? { kind: 'unfit', reasons: ['the file is just being read: try again'] });
    const isWritten = await parts.write(conversation.uri, answer);
    parts.tell(isWritten ? { kind: 'saved', title } : { kind: 'unfit', reasons: ['the file could not be written'] });
  }
}

type Shown = Extract<ToSimulator, { kind: 'show' }>;
