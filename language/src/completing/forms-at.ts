import { type FormPart, readForm } from '../forms/form.ts';
import { formOf } from '../forms/forms.ts';
import { LINE_FORMS } from '../forms/line-forms.ts';
import { type MemberType, PLACEMENT } from '../structure/placement.ts';
import type { State } from './grammar-states.ts';
import type { Place } from './place.ts';
import { type Expectation, endedIn, type Frame, wordsRead } from './walk.ts';

/** How the line at a cursor is written, and what of it comes next. */
export interface FormAt {
  /** `offer <name> "<benefit>" [worth <amount>]`. */
  readonly shown: string;
  readonly says: string;
  /** Where each part of it is shown; UTF-16 offsets in `shown`. */
  readonly parts: readonly { readonly start: number; readonly end: number }[];
  /** Which of them comes next or is being written. */
  readonly active: number;
}

/** Of what has fewer parts nobody needs to be told. */
const FEWEST_PARTS = 2;

/** The forms of the line that the cursor stands in, the likeliest first; none where a line begins, in texts and remarks, and where all is said. */
export function formsAt({ inside, expectations, startsLine, member }: Place): readonly FormAt[] {
  if (inside.kind !== 'word') return [];
  const byRule = new Map<string, Coming[]>();
  for (const expectation of expectations) {
    const coming = comingIn(expectation, startsLine);
    if (coming && belongsIn(coming.frame.rule, member))
      byRule.set(coming.frame.rule, [...(byRule.get(coming.frame.rule) ?? []), coming]);
  }
  return [...byRule.values()].flatMap(formsOf);
}

/** Whether a line belongs into a part of the file; whatever isn't a line does. */
function belongsIn(rule: string, member: MemberType | undefined): boolean {
  const lines: readonly string[] = member ? PLACEMENT[member] : [];
  return lines.includes(rule) || !Object.hasOwn(LINE_FORMS, rule);
}

/** What may come next in a line that has a form. */
interface Coming {
  readonly frame: Frame;
  readonly properties: readonly string[];
  /** Something of it has been written. */
  readonly isBegun: boolean;
}

/** The innermost line or clause that has been begun and that has a form. */
function comingIn({ frame, property, next }: Expectation, startsLine: boolean): Coming | undefined {
  let child: Frame | undefined;
  for (let one: Frame | undefined = frame; one; child = one, one = one.parent) {
    const form = one.isBegun && one.read ? formOf(one.rule) : undefined;
    const isLong = form?.ways.some((way) => readForm(way).parts.length >= FEWEST_PARTS);
    if (!isLong || isMember(one, child)) continue;
    // More quotes behind a text are one text with it.
    if (child?.rule === 'Text' && child.isBegun) return undefined;
    const here = child ? child.property : property;
    const properties = here === undefined && !child ? propertiesFrom(next) : here === undefined ? [] : [here];
    // On a line of its own only what has been left open is told of.
    if (startsLine && !child?.isBegun) return undefined;
    return { frame: one, properties, isBegun: child?.isBegun ?? false };
  }
  return undefined;
}

/** Whether a part of the file has all that is said in its first line, and its other lines follow. */
function isMember({ parent }: Frame, child: Frame | undefined): boolean {
  return parent?.rule === 'PlaybookFile' && (child?.property === 'items' || child?.property === 'stages');
}

/** What is filled in behind a word of the language. */
function propertiesFrom(state: State): string[] {
  const found = new Set<string>();
  const seen = new Set<State>();
  const visit = (at: State): void => {
    if (seen.has(at)) return;
    seen.add(at);
    for (const edge of at.edges) {
      if (edge.kind === 'nothing' || (edge.property === undefined && edge.kind === 'word')) visit(edge.next);
      else if (edge.property !== undefined) found.add(edge.property);
    }
  };
  visit(state);
  return [...found];
}

function formsOf(coming: readonly Coming[]): FormAt[] {
  const [{ frame } = NOTHING] = coming;
  const form = frame && formOf(frame.rule);
  if (!frame || !form) return [];
  const words = wordsRead(frame);
  const written = new Set(
    coming.flatMap((one) => [...wordsRead(one.frame), ...endedIn(one.frame)].flatMap(({ property }) => property ?? [])),
  );
  const known = new Set(form.ways.flatMap((way) => readForm(way).parts.map(({ property }) => property)));
  return form.ways.flatMap((way) => {
    const { shown, parts, opening } = readForm(way);
    const has = (property: string): boolean => parts.some((part) => part.property === property);
    const fits =
      opening.split(' ').every((word, index) => index >= words.length || !word || words[index]?.image === word) &&
      [...written].every((property) => has(property) || !known.has(property));
    const active = fits ? activePart(parts, coming, written) : -1;
    return active < 0 ? [] : [{ shown, says: form.says, parts, active }];
  });
}

const NOTHING = { frame: undefined };

/** What is being written; else what has to come; else what may come; else one more of what a list has. */
function activePart(parts: readonly FormPart[], coming: readonly Coming[], written: ReadonlySet<string>): number {
  const isComing = (property: string, begun: boolean): boolean =>
    coming.some(({ properties, isBegun }) => isBegun === begun && properties.includes(property));
  const begun = parts.findLastIndex(({ property }) => isComing(property, true));
  if (begun >= 0) return begun;
  const ways: ((part: FormPart) => boolean)[] = [
    ({ property, isNeeded }) => isNeeded && !written.has(property) && isComing(property, false),
    ({ property }) => !written.has(property) && isComing(property, false),
  ];
  for (const way of ways) {
    const found = parts.findIndex(way);
    if (found >= 0) return found;
  }
  return parts.findLastIndex(({ property }) => isComing(property, false));
}
