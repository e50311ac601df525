import { createInterface, type Interface } from 'node:readline';

/** Lines that somebody types, or that come from a pipe or file. */
export interface Input {
  /** The next line; nothing at the end (Ctrl-D on a terminal), or once the person has given up. */
  next(prompt: string): Promise<string | undefined>;
  /** Whether the person has given up, with Ctrl-C. */
  readonly isGivenUp: boolean;
  /** Whether somebody types. */
  readonly isTyped: boolean;
  end(): void;
}

/** The standard input of this process. */
export function standardInput(): Input {
  const isTyped = process.stdin.isTTY === true && process.stdout.isTTY === true;
  let isGivenUp = false;
  let reader: { readonly lines: AsyncIterator<string>; readonly interface: Interface } | undefined;
  const open = () => {
    const lines = createInterface({
      input: process.stdin,
      ...(isTyped && { output: process.stdout }),
      terminal: isTyped,
    });
    lines.on('SIGINT', () => {
      isGivenUp = true;
      lines.close();
    });
    return { interface: lines, lines: lines[Symbol.asyncIterator]() };
  };
  return {
    isTyped,
    get isGivenUp() {
      return isGivenUp;
    },
    async next(prompt) {
      if (isGivenUp) return undefined;
      reader ??= open();
      if (isTyped) {
        reader.interface.setPrompt(prompt);
        reader.interface.prompt();
      }
      const { done, value } = await reader.lines.next();
      if (!done) return value;
      // What is closed on a terminal can be opened again, for a last question.
      if (isTyped) {
        process.stdout.write('\n');
        reader = undefined;
      }
      return undefined;
    },
    end: () => reader?.interface.close(),
  };
}
