import type * as ast from '../generated/ast.ts';
import type { Check } from './check.ts';

/** What stands in quotes, by the rule that wants it. */
export const TEXTS = {
  Say: 'what to say, in quotes',
  SayInstead: 'what to say instead, in quotes',
  AgentSays: 'what the agent says, in quotes',
  CustomerSays: 'what the customer says, in quotes',
  ExpectSay: 'what should be said, in quotes',
  Ask: 'the question, in quotes',
  Offer: 'what is offered, in quotes',
  Do: 'what to do, in quotes, or the name of an action',
  Goal: 'the goal, in quotes',
  Warn: 'the words of the warning, in quotes',
  About: 'what this playbook is about, in quotes',
  Owner: 'who owns this playbook, in quotes',
  Source: 'where this comes from, in quotes',
  Use: 'the path of a file, in quotes',
  Wording: 'the exact words, in quotes',
  Translation: 'the words in that language, in quotes',
  Phrase: 'a phrase in quotes',
  PhraseList: 'a phrase in quotes, or the name of a phrase list',
  Scenario: 'what the scenario shows, in quotes',
} as const;

/** What is compared with what somebody says or writes down: that may be nothing. */
const COMPARED: ReadonlySet<string> = new Set(['CustomerSays', 'AgentSays', 'ExpectSay', 'TextLiteral']);

const BLANK = /^"\s*"$/;

/** Where quotes stand, something stands in them. */
export const textMustNotBeEmpty: Check<ast.Text> = (text, { report }) => {
  const { parts = [], $container: line, $containerProperty: property } = text;
  if (parts.length === 0 || !parts.every((part) => BLANK.test(part)) || COMPARED.has(line.$type)) return;
  const type = property === 'goal' ? 'Goal' : line.$type;
  const isTitle = property === 'title' && type !== 'Scenario';
  const wanted = !isTitle && type in TEXTS ? TEXTS[type as keyof typeof TEXTS].split(',')[0] : undefined;
  report('empty-text', wanted === undefined ? {} : { wanted }, { node: text });
};
