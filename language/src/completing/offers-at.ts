import type { LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import { startOfLine } from '../parsing/line-ends.ts';
import type { PlaybookServices } from '../services.ts';
import { PLACEMENT } from '../structure/placement.ts';
import { type RuleStates, statesOf } from './grammar-states.ts';
import { namesFor } from './offers/names.ts';
import type { Circumstances, Offer } from './offers/offer.ts';
import { inText, wholeTexts } from './offers/texts.ts';
import { fitsType, typeAt, valuesFor, vocabularyFor } from './offers/values.ts';
import { isLine, wordsFor } from './offers/words.ts';
import { type Place, placeAt } from './place.ts';
import { Sight } from './sight.ts';
import type { Expectation, Frame } from './walk.ts';

/** What may be written at a place. */
export interface Offers {
  /** What fits best first. */
  readonly offers: readonly Offer[];
  /** What is written takes the place of what stands here; UTF-16 offsets. Before the cursor it is what the author has typed. */
  readonly start: number;
  readonly end: number;
  /** The line may end before the cursor: nothing has to be written. */
  readonly mayEnd: boolean;
  /** These are all; else more letters lead to others. */
  readonly isAll: boolean;
  readonly sight: Sight;
}

const states = new WeakMap<PlaybookServices, ReadonlyMap<string, RuleStates>>();

/** Of more than these from elsewhere nobody looks through. */
const MOST_FROM_ELSEWHERE = 100;

/** Where a cursor stands, by the text as it is now. */
export function cursorAt(text: string, offset: number, services: PlaybookServices): Place {
  let rules = states.get(services);
  if (!rules) {
    rules = statesOf(services.Grammar);
    states.set(services, rules);
  }
  return placeAt(text, offset, services.parser.Lexer, rules);
}

/**
 * What may be written at a place of a document, by its text as it is now.
 *
 * @param offset in UTF-16 units
 * @param zones the names of all time zones
 */
export function offersAt(
  document: LangiumDocument<ast.PlaybookFile>,
  offset: number,
  services: PlaybookServices,
  zones: readonly string[],
): Offers {
  const text = document.textDocument.getText();
  const place = cursorAt(text, offset, services);
  const sight = new Sight(document, services);
  const typed = /[\w-]*$/.exec(text.slice(startOfLine(text, offset), offset))?.[0].toLowerCase() ?? '';
  let isAll = true;
  const circumstances: Circumstances = {
    place,
    sight,
    settings: services.settings,
    zones,
    pick: (all, nameOf) => {
      if (all.length <= MOST_FROM_ELSEWHERE) return all;
      isAll = false;
      return all.filter((one) => hasInOrder(nameOf(one), typed)).slice(0, MOST_FROM_ELSEWHERE);
    },
    noteOf: (node) => services.documentation.DocumentationProvider.getDocumentation(node),
  };
  const mayEnd =
    place.startsLine || place.expectations.some(({ frame }) => frame.rule === 'Scenario' && !frame.isBegun);
  const { inside } = place;
  if (inside.kind === 'remark') return { offers: [], start: offset, end: offset, mayEnd, isAll, sight };
  if (inside.kind === 'text') {
    const lineEnd = text.slice(offset).search(/[\r\n]|$/);
    const after = text.slice(offset, offset + lineEnd);
    const found = inText(place.expectations, { raw: inside.raw, after, offset }, circumstances);
    return { ...found, offers: sorted(found.offers), mayEnd, isAll, sight };
  }
  const offers = place.expectations.flatMap((expectation) => offersFor(expectation, circumstances));
  return { offers: sorted(offers), start: inside.start, end: inside.end, mayEnd, isAll, sight };
}

function offersFor(expectation: Expectation, circumstances: Circumstances): readonly Offer[] {
  const { expected, frame } = expectation;
  if (!fitsType(frame.rule, typeAt(frame, circumstances)) || !mayBegin(frame, circumstances)) return [];
  switch (expected.kind) {
    case 'keyword':
      return /^[a-z]/.test(expected.word) ? wordsFor(expectation, expected.word, circumstances) : [];
    case 'reference':
      return namesFor(expectation, expected.type, circumstances);
    case 'name':
      return vocabularyFor(expectation);
    case 'value':
      return expected.terminal === 'STRING'
        ? wholeTexts(frame, circumstances).map((offer) => ({ ...offer, label: `"${offer.label}"` }))
        : valuesFor(expectation, expected.terminal, circumstances);
  }
}

/** Whether a line may begin here, if that is what would: on a line of its own, in a part of the file that has such lines. What begins with a keyword says so itself. */
function mayBegin(frame: Frame, { place: { member, startsLine } }: Circumstances): boolean {
  for (let one: Frame | undefined = frame; one && !one.isBegun; one = one.parent) {
    if (!isLine(one.rule)) continue;
    const belongs = member !== undefined && PLACEMENT[member].includes(one.rule);
    return belongs && (startsLine || one === frame);
  }
  return true;
}

/** Each once, what fits best first; those that fit alike in the order in which they were found. */
function sorted(offers: readonly Offer[]): Offer[] {
  const best = new Map<string, Offer>();
  for (const offer of offers) {
    const key = `${offer.kind === 'unit' ? 'word' : offer.kind} ${offer.label}`;
    const known = best.get(key);
    if (!known || offer.rank < known.rank) best.set(key, offer);
  }
  return [...best.values()].sort((a, b) => a.rank - b.rank);
}

/** Whether a name has these letters, small ones, in this order: so editors compare. */
function hasInOrder(name: string, letters: string): boolean {
  const small = name.toLowerCase();
  let at = -1;
  for (const letter of letters) {
    at = small.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}
