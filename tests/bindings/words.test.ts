import { describe, expect, test } from 'vitest';
import { allFixtures } from '../harness/fixtures.ts';

/** Words of those who write compilers, not of those who write playbooks. */
const JARGON =
  /\b(tokens?|pars(e|er|ed|ing)|lex(er|ed)|identifiers?|null|undefined|NaN|booleans?|strings?|integers?|floats?|regex\w*|arrays?|AST|EOF|syntax|exceptions?|enums?|schemas?|invalid|illegal|typed?|types|expressions?|operators?|operands?|arguments?|nodes?|scopes?|symbols?)\b/i;

/** Every message, as the fixtures (which hold each to the letter) have it. */
const messages = [...allFixtures()].flatMap(([path, { expected }]) =>
  expected.flatMap(({ code, message }) => (message === undefined ? [] : [{ path, code, message }])),
);
const unique = [...new Map(messages.map((entry) => [entry.message, entry])).values()];

describe('a message is plain words', () => {
  test.each(unique)('$code: $message', ({ message }) => {
    const own = withoutQuotations(message);
    expect(message.split('`').length % 2, 'backticks come in pairs').toBe(1);
    expect(own).not.toMatch(JARGON);
    expect(message).toMatch(/^[^A-Z]/);
    expect(own).not.toMatch(/[.!]$|^\s|\s$|\s\s/);
    expect(own).not.toMatch(/\[object|\bfunction\b|=>|\$\{/);
  });
});

/** What is ours in a message: without what stands in the author's text. */
function withoutQuotations(message: string): string {
  return message.replace(/`[^`]*`/g, '`…`');
}
