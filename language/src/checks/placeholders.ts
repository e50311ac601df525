import { GrammarUtils } from 'langium';
import { shortened } from '../findings/shortened.ts';
import { nearest } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { documentOf } from '../linking/files.ts';
import { factFor } from '../linking/usage.ts';
import type { Workspace } from '../linking/workspace.ts';
import { type InPart, placeholdersOf, strayBracesOf } from '../parsing/texts.ts';
import { nounOf } from '../structure/nouns.ts';
import type { Check, Place } from './check.ts';
import { rangeWithin } from './places.ts';
import type { Stretch } from './wording/words.ts';

/** What is said to the customer: here `{name}` is filled in. */
export const SPOKEN: readonly string[] = [ast.Say.$type, ast.SayInstead.$type, ast.Ask.$type, ast.Warn.$type];

/** Texts that are compared or said as they stand. */
const EXACT: Readonly<Record<string, string>> = {
  Wording: 'a wording',
  Translation: 'a wording',
  TextLiteral: 'a value',
  CustomerSays: 'what the customer says',
  AgentSays: 'what the agent says',
  ExpectSay: 'what is expected to be said',
};

/** The other texts, by the line they stand in. */
const UNSPOKEN: Readonly<Record<string, string>> = {
  About: 'this',
  Owner: 'an owner',
  Source: 'a source',
  Goal: 'a goal',
  Do: 'what the agent does',
  Tell: 'what a team is told',
};

/** In a text that is said to the customer, `{name}` names a signal or field; in all others nothing is filled in. */
export const placeholderMustBeFilledIn: Check<ast.Text> = (text, { report, workspace }) => {
  const placeholders = placeholdersOf(text);
  const strayBraces = strayBracesOf(text);
  if (placeholders.length + strayBraces.length === 0) return;
  const place = (found: InPart<Stretch>): Place => placeIn(text, found);
  const owner = text.$container.$type;
  if (!SPOKEN.includes(owner)) {
    const exact = EXACT[owner];
    const words = { place: exact ?? UNSPOKEN[owner] ?? 'a title', exact: exact !== undefined };
    for (const found of [...placeholders, ...strayBraces]) report('no-placeholder-here', words, place(found));
    return;
  }
  for (const brace of strayBraces) report('bad-placeholder', { written: shortened(brace.written, 32) }, place(brace));
  for (const placeholder of placeholders) {
    if (factFor(placeholder.name, text, workspace) || !workspace.isWhole(documentOf(text))) continue;
    report(
      'unknown-placeholder',
      { name: placeholder.name, ...explain(placeholder.name, text, workspace) },
      place(placeholder),
    );
  }
};

/**
 * What other tools, and templates, have for what is to be filled in: words in square or angle brackets, a blank to write on, capital `X`s. `XXXX 1234` is a
 * number of which only the end is shown.
 */
const FOREIGN =
  /\[([^\][<>{}"\\]{1,40})\]|<([^\][<>{}"\\]{1,40})>|(?<!\w)_{3,}(?!\w)|(?<![\w-])X{3,}(?![\w-])(?!\s*\d)/g;

/** What differs from customer to customer, as names would have it. Of other words in brackets nobody knows: `[pause]` and `<b>` may be meant. */
const THING =
  'account|address|agent|amount|brand|city|company|country|customer|date|days?|delay|email|hours?|id|issue|item|link|minutes|month|name|number|order|' +
  'phone|price|problem|product|reason|reference|shop|store|sum|surname|ticket|time|title|total|url|weeks?';
const WHOSE =
  'booking|case|contract|delivery|first|full|her|his|insert|invoice|last|new|our|parcel|telephone|the|their|tracking|your';
const FILLED_IN = new RegExp(`^(?:(?:${WHOSE}|${THING})_)*(?:${THING})$`);

/** What is said to the customer has no placeholders that nothing fills in. */
export const placeholderShouldStandInBraces: Check<ast.Text> = (text, { report, workspace }) => {
  if (!SPOKEN.includes(text.$container.$type)) return;
  for (const [part, raw] of (text.parts ?? []).entries()) {
    for (const { index: start, 0: written, 1: square, 2: angle } of raw.matchAll(FOREIGN)) {
      const inside = square ?? angle;
      const name = inside && nameLike(inside);
      const isKnown = name && factFor(name, text, workspace) !== undefined;
      const mayBeMeant = name !== undefined && !isKnown && !inside?.includes('_') && !FILLED_IN.test(name);
      if (mayBeMeant) continue;
      report(
        'foreign-placeholder',
        { written: shortened(written, 32), ...(isKnown && { suggestion: `{${name}}` }) },
        placeIn(text, { part, start, end: start + written.length }),
      );
    }
  }
};

/** Words as a name would have them: `Customer's name` and `customerName` as `customer_name`. */
function nameLike(words: string): string {
  return words
    .trim()
    .replace(/['’]s\b/g, '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toLowerCase();
}

function placeIn(text: ast.Text, { part, start, end }: InPart<Stretch>): Place {
  const range = GrammarUtils.findNodeForProperty(text.$cstNode, 'parts', part)?.range;
  return { node: text, range: rangeWithin({ node: text, ...(range && { range }) }, start, end) };
}

function explain(name: string, text: ast.Text, workspace: Workspace): { kind?: string; suggestion?: string } {
  const document = documentOf(text);
  const [other] = workspace.visible(document, [ast.Situation.$type, ast.Wording.$type, ast.PhraseList.$type], name);
  if (other) return { kind: nounOf(other.$type) };
  const facts = workspace.allVisible(document, [ast.Signal.$type, ast.Field.$type]);
  const suggestion = nearest(
    name,
    [...facts].map((fact) => fact.name),
  );
  return suggestion === undefined ? {} : { suggestion };
}
