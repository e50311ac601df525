import { RESERVED_WORDS } from '@poise/language';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MARKDOWN_GRAMMAR } from '../../extension/grammar/markdown-grammar.ts';
import { PLAYBOOK_GRAMMAR } from '../../extension/grammar/playbook-grammar.ts';
import { BEFORE_NAMES, DAYS, TIME_UNITS, WORD_GROUPS } from '../../extension/grammar/words.ts';
import { type Kind, piecesOf, shownAs } from '../harness/colours.ts';
import { keywords } from '../harness/keywords.ts';
import { ownFiles } from '../harness/own-sources.ts';
import { runs } from '../harness/runs.ts';
import { shippedSources } from '../harness/shipped.ts';
import { tokenizer } from '../harness/textmate.ts';
import { scopesAt, tokenMarks } from '../harness/token-marks.ts';
import { soundSources } from '../laws/sound.ts';

const grammars = {
  [PLAYBOOK_GRAMMAR.scopeName]: JSON.stringify(PLAYBOOK_GRAMMAR),
  [MARKDOWN_GRAMMAR.scopeName]: JSON.stringify(MARKDOWN_GRAMMAR),
};
/** Workspaces as they are generated for all laws, as one map of files. */
function someWorkspaces(): ReadonlyMap<string, string> {
  const workspaces = fc.sample(soundSources, { ...runs(30), seed: 1 });
  return new Map(
    workspaces.flatMap(({ otherwise }, index) =>
      [...otherwise].map(([path, text]) => [`workspace ${index}/${path}`, text] as const),
    ),
  );
}

const linesOf = (text = ''): readonly string[] => text.split(/\r\n|\r|\n/);
const colour = await tokenizer(PLAYBOOK_GRAMMAR.scopeName, grammars);

describe('every word of the language has its colour', () => {
  const always = WORD_GROUPS.flatMap((group) => group.always);
  const unlessName = WORD_GROUPS.flatMap((group) => group.unlessName);

  test('once, and nothing else has one', () => {
    expect([...always, ...unlessName].sort()).toEqual([...keywords()].sort());
  });

  test('and only what can never be a name has it everywhere', () => {
    expect([...always].sort()).toEqual([...RESERVED_WORDS].filter((word) => keywords().has(word)).sort());
  });

  test('also where it is listed for what stands behind it', () => {
    expect([...BEFORE_NAMES, ...TIME_UNITS, ...DAYS].filter((word) => !keywords().has(word))).toEqual([]);
  });
});

describe.each([...ownFiles('tests/extension/tokens/', '.playbook')])('%s is coloured as marked', (_, text) => {
  const lines = colour(text);
  const written = text.split('\n');

  test.each(tokenMarks(text).map((mark) => [`${written[mark.line]} at ${mark.start}`, mark] as const))(
    '%s',
    (_, mark) => {
      expect(scopesAt(mark, lines)).toEqual([mark.scope]);
    },
  );
});

describe.each([
  { files: 'what is shipped', sources: shippedSources(), words: 1 },
  // Names that are words of the language, some of them far behind the word that leads to them.
  { files: 'any sound workspace, however it is laid out', sources: someWorkspaces(), words: 0.995 },
  // Where a line is broken, the parser sees more than a grammar of expressions can.
  { files: 'all fixtures, broken lines and all', sources: ownFiles('tests/fixtures/', '.playbook'), words: 0.998 },
])('$files', ({ sources, words }) => {
  const lines = new Map([...sources].map(([path, text]) => [path, colour(text)]));
  const pieces = [...sources].flatMap(([path, text]) => piecesOf(path, text).map((piece) => ({ path, ...piece })));
  const agreement: Readonly<Record<Kind, number>> = {
    'word of the language': words,
    name: words,
    text: 1,
    remark: 1,
    number: 1,
  };

  test.each(Object.entries(agreement))('each %s looks as the parser takes it', (kind, least) => {
    const ofKind = pieces.filter((piece) => piece.kind === kind);
    const wrong = ofKind.filter((piece) => {
      const shown = shownAs(piece, lines.get(piece.path) ?? []);
      return shown.length !== 1 || shown[0] !== piece.kind;
    });
    expect(ofKind.length).toBeGreaterThan(20);
    const told = wrong.map(
      ({ path, line, text }) => `${text} in ${path}:${line + 1} ${linesOf(sources.get(path))[line]}`,
    );
    expect(1 - wrong.length / ofKind.length, told.join('\n')).toBeGreaterThanOrEqual(least);
  });

  test('nothing is left open at the end of a line', () => {
    const open = [...lines].flatMap(([path, all]) =>
      all.flatMap(({ depth }, line) => (depth === 1 ? [] : `${path}:${line + 1}`)),
    );
    expect(open).toEqual([]);
  });
});

test('blocks in Markdown have the colours of playbooks, from fence to fence', async () => {
  const lines = (await tokenizer(MARKDOWN_GRAMMAR.scopeName, grammars))(
    '```playbook\nplaybook late "Late\n  version 1.0.0\n```\nplaybook late\n```ts\nplaybook late\n```',
  );
  const innermost = lines.map(({ tokens }) => tokens.map(({ scopes }) => scopes.at(-1)));
  expect(innermost[0]).toContain('fenced_code.block.language.markdown');
  expect(innermost[1]).toContain('entity.name.namespace.playbook');
  expect(innermost[2]).toContain('constant.numeric.version.playbook');
  expect(new Set(innermost.slice(4).flat())).toEqual(new Set([MARKDOWN_GRAMMAR.scopeName]));
});
