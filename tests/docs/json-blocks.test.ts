import { expect, test } from 'vitest';
import { type Block, blocksOf, documentation } from '../harness/markdown.ts';
import { compileBlock } from './compiled-block.ts';

/**
 * JSON in the documentation that is said to be compiled is what really comes out. The block says of what:
 *
 *     ```json compiled late_delivery
 *     ```json compiled late_delivery /triggers/0
 *
 * the document of that id which a `playbook` block of the same page compiles to, or the part of it at a JSON pointer. What a reader needn't see is left
 * out: `"…": "…"` among the properties of an object stands for more properties, `"…"` at the end of a list for more items. All that is shown
 * has to be right; layout is free.
 */
const COMPILED = /^json compiled ([a-z][a-z0-9_]*)(?: (\/\S*))?$/;
const MORE = '…';

const blocks = [...documentation()].flatMap(([page, text]) => {
  const all = blocksOf(text);
  return all
    .filter(({ info }) => /^json\b.*\bcompiled\b/.test(info))
    .map((block) => ({
      ...block,
      place: `${page}:${block.line}`,
      sources: all.filter(({ info }) => info === 'playbook'),
    }));
});

test('all compiled JSON in the documentation is what compiling gives', async () => {
  for (const { info, text, place, sources } of blocks) {
    const [, id = '', pointer = ''] =
      COMPILED.exec(info) ?? expect.fail(`${place}: \`${info}\` doesn't say of which playbook`);
    const actual = at(pointer, await documentOf(id, sources, place));
    expect(asShown(JSON.parse(text), actual), place).toEqual(JSON.parse(text));
  }
});

test('what is shown of JSON may be a part of it, and nothing else than is there', () => {
  const actual = { id: 'hear', lines: [{ kind: 'say' }, { kind: 'ask' }], at: { line: 3 } };
  const shows = (shown: unknown) => JSON.stringify(asShown(shown, actual)) === JSON.stringify(shown);
  expect(shows(actual)).toBe(true);
  expect(shows({ id: 'hear', '…': '…' })).toBe(true);
  expect(shows({ id: 'hear', lines: [{ kind: 'say' }, '…'], '…': '…' })).toBe(true);
  expect(shows({ id: 'hear' })).toBe(false);
  expect(shows({ id: 'here', '…': '…' })).toBe(false);
  expect(shows({ lines: [{ kind: 'say' }], '…': '…' })).toBe(false);
  expect(shows({ lines: [{ kind: 'ask' }, '…'], '…': '…' })).toBe(false);
  expect(shows({ owner: 'us', '…': '…' })).toBe(false);
});

async function documentOf(id: string, sources: readonly Block[], place: string): Promise<unknown> {
  for (const source of sources) {
    const { outputs } = await compileBlock(place, source.text);
    const document = outputs.find(({ name }) => name === `${id}.json`);
    if (document) return JSON.parse(document.text);
  }
  return expect.fail(`no playbook on this page compiles to ${id}`);
}

function at(pointer: string, document: unknown): unknown {
  const keys = pointer.split('/').slice(1);
  return keys.reduce<unknown>((part, key) => (isObject(part) ? part[key] : undefined), document);
}

/** What is really there, with the same parts left out as in what is shown. */
function asShown(shown: unknown, actual: unknown): unknown {
  if (Array.isArray(shown) && Array.isArray(actual)) {
    const isPart = shown.at(-1) === MORE;
    const parts = (isPart ? actual.slice(0, shown.length - 1) : actual).map((item, index) =>
      asShown(shown[index], item),
    );
    return isPart ? [...parts, MORE] : parts;
  }
  if (!isObject(shown) || !isObject(actual) || Array.isArray(shown) || Array.isArray(actual)) return actual;
  const isPart = Object.hasOwn(shown, MORE);
  const entries = Object.entries(actual).filter(([key]) => !isPart || Object.hasOwn(shown, key));
  return {
    ...Object.fromEntries(entries.map(([key, value]) => [key, asShown(shown[key], value)])),
    ...(isPart && { [MORE]: shown[MORE] }),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
