import { GrammarUtils } from 'langium';
import { shortened } from '../findings/shortened.ts';
import { nearest } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { documentOf } from '../linking/files.ts';
import { factFor } from '../linking/usage.ts';
import type { Workspace } from '../linking/workspace.ts';
import { placeholdersOf, strayBracesOf } from '../parsing/texts.ts';
import { nounOf } from '../structure/nouns.ts';
import type { Check, Place } from './check.ts';
import { rangeWithin } from './places.ts';

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
  const parts = GrammarUtils.findNodesForProperty(text.$cstNode, 'parts');
  const place = ({ part, start, end }: { part: number; start: number; end: number }): Place => {
    const written = parts[part];
    return { node: text, range: rangeWithin({ node: text, ...(written && { range: written.range }) }, start, end) };
  };
  const owner = text.$container.$type;
  if (!SPOKEN.includes(owner)) {
    const exact = EXACT[owner];
    const words = { place: exact ?? UNSPOKEN[owner] ?? 'a title', exact: exact !== undefined };
    for (const found of [...placeholders, ...strayBraces]) report('no-placeholder-here', words, place(found));
    return;
  }
  for (const brace of strayBraces) report('bad-placeholder', { written: shortened(brace.written, 32) }, place(brace));
  for (const placeholder of placeholders) {
    if (factFor(placeholder.name, text, workspace)) continue;
    report(
      'unknown-placeholder',
      { name: placeholder.name, ...explain(placeholder.name, text, workspace) },
      place(placeholder),
    );
  }
};

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
