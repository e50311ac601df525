import { createColors } from 'picocolors';

export type Colors = ReturnType<typeof createColors>;

/** Where a command's words go. */
export interface Terminal {
  /** What was asked for: standard output. */
  readonly print: (text: string) => void;
  /** What is said besides: standard error. */
  readonly say: (text: string) => void;
  readonly colors: Colors;
  /** How many columns a line may take. */
  readonly width: number;
  /** Whether somebody watches standard error. */
  readonly watched: boolean;
}

const WIDTH_OF_A_FILE = 120;
const NARROWEST = 40;

/** The terminal, pipe or file that this process writes to. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  return {
    print: (text) => void stdout.write(text),
    say: (text) => void stderr.write(text),
    colors: createColors(wantsColors(isTerminal(stdout), env)),
    width: Math.max(NARROWEST, stdout.columns ?? WIDTH_OF_A_FILE),
    watched: isTerminal(stderr) && env.TERM !== 'dumb',
  };
}

/** Whatever its type says, `isTTY` is only there where it is true. */
function isTerminal(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true;
}

/** Colours are for terminals only, and for nobody who said no; `FORCE_COLOR` brings them everywhere else, as <https://force-color.org> has it. */
export function wantsColors(terminal: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env.NO_COLOR) return false;
  const forced = env.FORCE_COLOR;
  if (forced) return forced !== '0' && forced !== 'false';
  return terminal && env.TERM !== 'dumb';
}
