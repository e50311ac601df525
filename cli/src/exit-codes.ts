/** What the command's exit code says. Documented in `cli/README.md`; a number never changes its meaning. */
export const EXIT = {
  clean: 0,
  /** There are findings at or above the fail level; a build has written nothing. */
  findings: 1,
  wrongUse: 2,
  /** The work could not be finished: a full disk, say, or a mistake in Poise itself. */
  failed: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with one line for the person who called it. Thrown by commands, shown by `main.ts`, and by nobody else. */
export class CommandStop extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The command was called in a way that can't work: the line says what to do instead. */
export function wrongUse(message: string): CommandStop {
  return new CommandStop(EXIT.wrongUse, message);
}

/** The machine didn't let the command finish its work. */
export function couldNotFinish(message: string): CommandStop {
  return new CommandStop(EXIT.failed, message);
}
