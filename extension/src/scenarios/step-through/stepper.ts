import type { PlayedScenario } from '@poise/server/protocol';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { failureWords } from '../failure-words.ts';
import { type Halt, haltsOf, isOn } from './halts.ts';
import type { Launch } from './launch.ts';
import { exceptionOf, framesOf, scopesOf, variablesOf } from './shown.ts';

/** Whom a stepper works with. */
export interface StepperParts {
  /**
   * Plays the scenario that is to be gone through.
   *
   * @throws Error with words for people, where it can't be played
   */
  play(launched: Launch): Promise<PlayedScenario>;
  /** The address of a file that the editor names by a path, or by an address. */
  uriOf(path: string): string;
  /** Tells the editor. */
  send(message: DebugProtocol.ProtocolMessage): void;
}

const CAPABILITIES: DebugProtocol.Capabilities = {
  supportsConfigurationDoneRequest: true,
  supportsStepBack: true,
  supportsRestartRequest: true,
  supportsTerminateRequest: true,
  supportsExceptionInfoRequest: true,
};

/** A conversation has one thread of events. */
const THREAD = 1;

/**
 * Lets somebody go through a scenario line by line, in an editor that speaks the Debug Adapter Protocol. What happens has been played before the first halt, so
 * that going on, or back, is choosing another halt.
 */
export class Stepper {
  private readonly parts: StepperParts;
  private launched: (DebugProtocol.LaunchRequestArguments & Launch) | undefined;
  private title = '';
  private halts: readonly Halt[] = [];
  private at = 0;
  /** Lines with breakpoints, from 0, by the file's address. */
  private readonly breakpoints = new Map<string, ReadonlySet<number>>();
  /** What is told once the request has been answered. */
  private events: (() => void)[] = [];
  private sent = 0;
  private queue: Promise<void> = Promise.resolve();

  constructor(parts: StepperParts) {
    this.parts = parts;
  }

  /** Answers a request, after all those before it. */
  take(request: DebugProtocol.Request): Promise<void> {
    this.queue = this.queue.then(() => this.respond(request));
    return this.queue;
  }

  private async respond(request: DebugProtocol.Request): Promise<void> {
    const { command, seq } = request;
    try {
      const body = await this.answer(request);
      this.send({ type: 'response', request_seq: seq, command, success: true, body });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const body: DebugProtocol.ErrorResponse['body'] = { error: { id: 1, format: message, showUser: true } };
      this.send({ type: 'response', request_seq: seq, command, success: false, message, body });
    }
    const { events } = this;
    this.events = [];
    for (const tell of events) tell();
  }

  private async answer(request: DebugProtocol.Request): Promise<object | undefined> {
    switch (request.command) {
      case 'initialize':
        return CAPABILITIES;
      case 'launch':
        await this.play(request.arguments);
        return this.tell('initialized');
      case 'setBreakpoints':
        return { breakpoints: this.setBreakpoints(request.arguments) };
      case 'configurationDone':
        return this.launched?.noDebug ? this.end() : this.begin();
      case 'restart':
        if (this.launched) await this.play(this.launched);
        return this.begin();
      case 'next':
      case 'stepIn':
      case 'stepOut':
        return this.halt(this.at + 1, 'step');
      case 'stepBack':
        return this.halt(Math.max(0, this.at - 1), 'step');
      case 'continue':
        return this.halt(this.breakpointAfter(this.at), 'breakpoint');
      case 'reverseContinue':
        return this.halt(this.breakpointBefore(this.at), 'breakpoint');
      case 'threads':
        return { threads: [{ id: THREAD, name: this.title }] };
      case 'stackTrace':
        return { stackFrames: this.here ? framesOf(this.title, this.here) : [] };
      case 'scopes':
        return { scopes: scopesOf(this.here) };
      case 'variables':
        return { variables: variablesOf(this.here, request.arguments.variablesReference) };
      case 'exceptionInfo':
        return exceptionOf(this.here);
      case 'terminate':
        return this.end();
      case 'setExceptionBreakpoints':
      case 'disconnect':
      case 'pause':
        return undefined;
      default:
        throw new Error('Nothing but going through the lines can be done here.');
    }
  }

  private get here(): Halt | undefined {
    return this.halts[this.at];
  }

  private async play(launched: DebugProtocol.LaunchRequestArguments & Launch): Promise<void> {
    const played = await this.parts.play(launched);
    this.launched = launched;
    this.title = played.title;
    this.halts = haltsOf(played);
  }

  private setBreakpoints({
    source,
    breakpoints = [],
  }: DebugProtocol.SetBreakpointsArguments): DebugProtocol.Breakpoint[] {
    const uri = this.parts.uriOf(source.path ?? '');
    const lines = breakpoints.map(({ line }) => line - 1);
    this.breakpoints.set(uri, new Set(lines));
    return lines.map((line) =>
      this.halts.some((halt) => isOn(halt, uri, new Set([line])))
        ? { verified: true, line: line + 1 }
        : { verified: false, line: line + 1, message: 'This scenario doesn’t come by here.' },
    );
  }

  private hasBreakpoint(halt: Halt): boolean {
    return isOn(halt, halt.place.uri, this.breakpoints.get(halt.place.uri) ?? new Set());
  }

  /** The next halt at a breakpoint, or at the failure; else the end. */
  private breakpointAfter(at: number): number {
    const found = this.halts.findIndex((halt, index) => index > at && (halt.failure || this.hasBreakpoint(halt)));
    return found < 0 ? this.halts.length : found;
  }

  /** The last halt at a breakpoint before; else the first. */
  private breakpointBefore(at: number): number {
    return Math.max(
      0,
      this.halts.slice(0, at).findLastIndex((halt) => this.hasBreakpoint(halt)),
    );
  }

  /** Visual Studio Code shows what is known at a breakpoint, but not, by itself, at what it would call an entry. */
  private begin(): undefined {
    return this.halt(0, 'breakpoint');
  }

  /** Comes to a halt; after the last one the scenario is over. */
  private halt(at: number, reason: 'step' | 'breakpoint'): undefined {
    const halt = this.halts[at];
    if (!halt) return this.end();
    this.at = at;
    const { failure } = halt;
    const how = failure
      ? { reason: 'exception', description: 'Not as expected', text: failureWords(failure) }
      : { reason };
    return this.tell('stopped', { ...how, threadId: THREAD, allThreadsStopped: true });
  }

  private end(): undefined {
    this.tell('terminated');
    return this.tell('exited', { exitCode: 0 });
  }

  private tell(event: string, body?: object): undefined {
    this.events.push(() => this.send({ type: 'event', event, body }));
    return undefined;
  }

  private send(message: Omit<DebugProtocol.Response, 'seq'> | Omit<DebugProtocol.Event, 'seq'>): void {
    this.sent += 1;
    this.parts.send({ seq: this.sent, ...message });
  }
}
