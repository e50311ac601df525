import { article } from '@poise/language/words';
import type { Mistake } from '../compile/sound-parts.ts';
import type { GuideLine, GuideMistake, GuidePart } from './guide.ts';
import { textAt } from './lines.ts';

/** A line that isn't shown, and why; or what is wrong in a part that is. */
export function mistakeLine({ text, message = ABSENT, at }: Mistake): GuideLine {
  const common = { isSaid: false, isMistake: true, at } as const;
  return text === undefined
    ? { ...common, label: 'Mistake', texts: [textAt(message, at)] }
    : { ...common, label: 'Not shown', texts: [textAt(text, at)], detail: message };
}

/** What stands in place of a part of which nothing can be shown. */
export function mistakenPart(noun: string, { member: { name = '' }, message, at }: Mistake): GuidePart {
  const title = name === '' ? `${capitalised(article(noun))} without a name` : name;
  const why = message === undefined ? `isn't shown: ${ABSENT}` : `has a mistake and isn't shown: ${message}`;
  const mistake: GuideMistake = { text: `This ${noun} ${why}.`, at };
  return { id: name, title, phrases: [], lines: [], ladder: [], closing: [], mistake, at };
}

/** What is wrong somewhere else. */
export function mistakeElsewhere({ member: { name }, message = ABSENT, at }: Mistake): GuideMistake {
  return { text: name === undefined ? message : `${message} (${name})`, at };
}

const ABSENT = "something that it names isn't there";

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
