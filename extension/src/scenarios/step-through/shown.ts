import type { SourcePlace } from '@poise/server/protocol';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { failureWords } from '../failure-words.ts';
import type { Halt } from './halts.ts';

/** Where one is; and at the line that fails also what made it so, each with its place. */
export function framesOf(title: string, { place, failure }: Halt): DebugProtocol.StackFrame[] {
  const reasons = failure?.because ?? [];
  return [{ words: title, place }, ...reasons].map(({ words, place }, index) => ({
    id: index + 1,
    name: words,
    ...placed(place),
  }));
}

/** The groups of what is known and suggested. */
export function scopesOf(halt: Halt | undefined): DebugProtocol.Scope[] {
  return (halt?.groups ?? []).map(({ title }, index) => ({
    name: title,
    variablesReference: index + 1,
    expensive: false,
  }));
}

/** What is in a group. @param reference as `scopesOf` gives it */
export function variablesOf(halt: Halt | undefined, reference: number): DebugProtocol.Variable[] {
  const entries = halt?.groups[reference - 1]?.entries ?? [];
  return entries.map(({ name, text }) => ({ name, value: text, variablesReference: 0 }));
}

/** Why the scenario fails. */
export function exceptionOf(halt: Halt | undefined): DebugProtocol.ExceptionInfoResponse['body'] {
  const failure = halt?.failure;
  return {
    exceptionId: 'not as expected',
    breakMode: 'always',
    ...(failure && {
      description: failureWords(failure),
      details: { stackTrace: failure.because.map(({ words }) => words).join('\n') },
    }),
  };
}

/** The protocol counts lines and columns from 1. */
function placed({ uri, range: { start, end } }: SourcePlace) {
  return {
    source: { name: decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)), path: uri },
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
