/// <reference types="node" />

import { plain } from '@poise/generator/words';
import { CommanderError } from 'commander';
import { EXIT } from './exit-codes.ts';
import { sayStop, stopOf } from './output/stops.ts';
import { poiseProgram } from './program.ts';
import { processTerminal } from './terminal.ts';
import { errorCode, reasonOf } from './workspace/system-errors.ts';

const terminal = processTerminal();

/** Whoever read our output has enough (`poise check | head`): nothing more is written, and the exit code stays what it was to be. */
function onOutputError(error: Error): void {
  if (errorCode(error) !== 'EPIPE') {
    terminal.say(`poise: the output can't be written: ${reasonOf(error)}\n`);
    process.exitCode = EXIT.failed;
  }
  process.exit();
}

/** The one place where an error becomes words and an exit code. */
function onError(error: unknown): void {
  if (error instanceof CommanderError) {
    onWrongCommandLine(error);
    return;
  }
  process.exitCode = stopOf(error).exitCode;
  sayStop(error, terminal);
}

function onWrongCommandLine({ exitCode, code, message }: CommanderError): void {
  if (exitCode === 0) return;
  process.exitCode = EXIT.wrongUse;
  // The help itself has been shown, and stands instead of a message.
  if (code === 'commander.help') return;
  const line = plain(message.replace(/^error: |\.$/g, ''));
  terminal.say(`poise: ${line}. See \`poise --help\`.\n`);
}

process.stdout.on('error', onOutputError);
process.stderr.on('error', () => {});
process.on('uncaughtException', onError);

poiseProgram(terminal, (code) => {
  process.exitCode = code;
})
  .parseAsync()
  .catch(onError);
