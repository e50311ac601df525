import type { CompiledPhraseList } from '@poise/runtime';
import { phraseContainment } from '../states/phrase-containment.ts';
import { byMoreAndLess, type Direction } from './direction.ts';
import { tellingMessage } from './telling-message.ts';
import type { TellingMessage } from './terms.ts';

/** What became of what a list finds. Where neither is proved to find all that the other does, it is moved. */
export function compareLists(before: CompiledPhraseList, after: CompiledPhraseList): Direction {
  const isIn = phraseContainment([before, after]);
  return byMoreAndLess(!isIn([1], [0]), !isIn([0], [1]));
}

/** A message that only one of the lists finds something in, if a simple one is there; rather one that only the second does. */
export function tellingApart(before: CompiledPhraseList, after: CompiledPhraseList): TellingMessage | undefined {
  const gained = tellingMessage([[after]], [before]);
  if (gained !== undefined) return { text: gained, before: false, after: true };
  const lost = tellingMessage([[before]], [after]);
  return lost === undefined ? undefined : { text: lost, before: true, after: false };
}
