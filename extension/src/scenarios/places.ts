import type { DocumentRange, SourcePlace } from '@poise/server/protocol';
import { Location, Range, Uri } from 'vscode';

/** Where the source says something, as Visual Studio Code has it. */
export function locationOf({ uri, range }: SourcePlace): Location {
  return new Location(Uri.parse(uri), rangeOf(range));
}

export function rangeOf({ start, end }: DocumentRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
