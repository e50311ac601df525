import { createPlaybookLanguage, type Finding, RESERVED_WORDS } from '@poise/language';
import { AstUtils, GrammarAST } from 'langium';
import { describe, expect, test } from 'vitest';
import { keywords } from '../harness/keywords.ts';
import { textChecker } from '../harness/text-checker.ts';
import { NAME_PLACES } from './name-places.ts';

const words = [...keywords()];
const free = words.filter((word) => !RESERVED_WORDS.has(word));
const check = textChecker();

const errorsIn = async (text: string) => (await check(text)).filter(({ severity }) => severity === 'error');
const shown = ({ range: { start }, code, message }: Finding) => `${start.line + 1}: ${code}: ${message}`;

test('every reserved word is a word of the language', () => {
  expect([...RESERVED_WORDS].filter((word) => !words.includes(word))).toEqual([]);
});

test('a name is any word of the language that is not reserved, a word of one’s own, or a currency', () => {
  const rule = createPlaybookLanguage({}).playbook.Grammar.rules.find(({ name }) => name === 'Name');
  const parts = rule ? AstUtils.streamAst(rule) : expect.fail('there is no rule of that name');
  const alternatives = [...parts].flatMap((part) => {
    if (GrammarAST.isKeyword(part)) return [part.value];
    return GrammarAST.isRuleCall(part) ? [part.rule.$refText] : [];
  });
  expect(alternatives.sort()).toEqual(['CURRENCY', 'ID', ...free].sort());
});

describe.each(Object.entries(NAME_PLACES))('as the name of %s', (_kind, template) => {
  const named = (name: string) => template.replaceAll('NAME', name);

  test('a word of one’s own is good everywhere', async () => {
    expect((await errorsIn(named('of_my_own'))).map(shown)).toEqual([]);
  });

  test('every free word of the language is as good', async () => {
    const failures: string[] = [];
    for (const word of free) {
      const errors = await errorsIn(named(word));
      if (errors.length > 0) failures.push(`${word}: ${errors.map(shown).join('; ')}`);
    }
    expect(failures).toEqual([]);
  });

  test('a reserved word is refused where it is given, in plain words', async () => {
    const before = template.slice(0, template.indexOf('\n', DECLARED.exec(template)?.index ?? 0));
    // The line that gives the name, and enough before it to say what it is in.
    const declaration = before.split('\n').slice(-3).join('\n');
    const failures: string[] = [];
    for (const word of RESERVED_WORDS) {
      if (OTHERWISE_READ[word]?.test(declaration)) continue;
      const errors = await errorsIn(declaration.replaceAll('NAME', word));
      if (!errors.some((error) => refuses(word, error))) failures.push(`${word}: ${errors.map(shown).join('; ')}`);
    }
    expect(failures).toEqual([]);
  });
});

/** Where a template gives the name. */
const DECLARED = /^(?! *follows)([a-z ]+|signal mode one of )\bNAME\b/m;

/** Reserved words that go on with a line at the place of a name, so that something else is amiss there. */
const OTHERWISE_READ: Readonly<Record<string, RegExp>> = { on: /\boffer NAME/ };

function refuses(word: string, { code, message }: Finding): boolean {
  const isPlain = code === 'reserved-word' || /^expected a name\b/.test(message);
  return isPlain && message.includes(`\`${word}\``);
}
