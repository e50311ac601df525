import { plain } from '@poise/generator/words';
import type { CompileOptions } from '../commands/options.ts';
import { CommandStop, EXIT, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';
import { jsonStop } from './report.ts';

/** Runs a command; if it stops, says so where its result would be looked for. */
export async function reportingStops<Result>(
  { format, watch }: Pick<CompileOptions, 'format' | 'watch'>,
  terminal: Terminal,
  command: () => Promise<Result>,
): Promise<Result> {
  try {
    return await command();
  } catch (error) {
    if (format === 'json') {
      const { exitCode, message } = stopOf(error);
      terminal.print(jsonStop(exitCode, message, watch));
    }
    throw error;
  }
}

/** Says in one line why a command stopped. */
export function sayStop(error: unknown, terminal: Terminal): void {
  terminal.say(`poise: ${stopOf(error).message}\n`);
  if (process.env.POISE_DEBUG) terminal.say(`${error instanceof Error ? error.stack : String(error)}\n`);
}

/** The exit code and the one line for an error that ended a command. */
export function stopOf(error: unknown): { readonly exitCode: ExitCode; readonly message: string } {
  if (error instanceof CommandStop) return { exitCode: error.exitCode, message: plain(error.message) };
  const what = error instanceof Error ? error.message : String(error);
  return {
    exitCode: EXIT.failed,
    message: `a mistake in Poise itself, not in your playbooks; please report it, with what POISE_DEBUG=1 adds: ${plain(what)}`,
  };
}
