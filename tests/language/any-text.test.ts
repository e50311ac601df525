import { readdirSync, readFileSync } from 'node:fs';
import { catalogue, createPlaybookLanguage, type Finding, findingsOf, RESERVED_WORDS } from '@poise/language';
import fc from 'fast-check';
import { URI } from 'langium';
import { describe, expect, test } from 'vitest';
import { readFixture } from '../harness/fixture.ts';
import { PATIENCE, runs } from '../harness/runs.ts';

// One language for all texts: to build its parser takes longer than to check a hundred of them.
const { shared } = createPlaybookLanguage({ today: '2026-11-22' });
const uri = URI.parse('playbook:///main.playbook');

async function findingsIn(text: string): Promise<readonly Finding[]> {
  const document = shared.workspace.LangiumDocumentFactory.fromString(text, uri);
  shared.workspace.LangiumDocuments.addDocument(document);
  try {
    await shared.workspace.DocumentBuilder.build([document], { validation: true });
    return findingsOf(document);
  } finally {
    // Also where it fails: the next text has the same name.
    shared.workspace.LangiumDocuments.deleteDocument(uri);
  }
}

/** Every finding has a code that there is, and a place that lies in the text. */
async function expectSoundFindings(text: string): Promise<void> {
  const lines = text.split(/\r\n|\r|\n/);
  for (const { code, message, range } of await findingsIn(text)) {
    expect(Object.hasOwn(catalogue, code)).toBe(true);
    expect(message).not.toMatch(/undefined|NaN|\[object/);
    expect(range.start.line).toBeLessThan(lines.length);
    expect(range.end.character).toBeLessThanOrEqual(lines[range.end.line]?.length ?? 0);
  }
}

const word = fc.oneof(
  fc.constantFrom(...RESERVED_WORDS, 'playbook', 'signal', 'field', 'step', 'boundary', 'team', 'phrases', 'situation'),
  fc.constantFrom(
    'never',
    'goal',
    'expect',
    'given',
    'scenario',
    'trigger',
    'open',
    'closed',
    'answers',
    'follow',
    'trend',
  ),
  fc.constantFrom('a', 'b', 'anger', '8', '-1', '1,519', '2026-02-30', '25:00', '1.2', 'GBP', 'QQQ', 'days', 'minutes'),
  fc.constantFrom('"x"', '"', '"… {x} \\q"', '“x”', '(', ')', ',', ':', '\n', '\n', '\n  ', '>=', '// x', '/// x'),
);

describe('any text at all gives findings and never an exception', { timeout: PATIENCE }, () => {
  test('any characters', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), expectSoundFindings), {
      ...runs(300),
    });
  });

  test('words of the language in any order', async () => {
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
    await fc.assert(fc.asyncProperty(text, expectSoundFindings), runs(500));
  });

  test('a sound file with a piece cut out', async () => {
    const folder = new URL('../fixtures/', import.meta.url);
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.playbook'))
      .flatMap((path) =>
        [...readFixture(path, readFileSync(new URL(path, folder), 'utf8')).files.values()].slice(0, 1),
      );
    const cut = fc
      .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 30 }))
      .map(
        ([text, at, length]) => text.slice(0, at % (text.length + 1)) + text.slice((at % (text.length + 1)) + length),
      );
    await fc.assert(fc.asyncProperty(cut, expectSoundFindings), runs(300));
  });
});
