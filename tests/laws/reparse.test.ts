import { type ast, createPlaybookLanguage, reparse } from '@poise/language';
import fc from 'fast-check';
import {
  type AstNode,
  type CstNode,
  isAstNode,
  isCompositeCstNode,
  isLeafCstNode,
  isReference,
  type ParseResult,
} from 'langium';
import { describe, expect, test, vi } from 'vitest';
import { PATIENCE, runs } from '../harness/runs.ts';
import { shippedSources } from '../harness/shipped.ts';
import { mutation } from './mutated.ts';

type Parsed = ParseResult<ast.PlaybookFile>;

const { playbook } = createPlaybookLanguage({});
const { LangiumParser } = playbook.parser;
const parse = (text: string): Parsed => LangiumParser.parse<ast.PlaybookFile>(text);

/** All that there is to a tree and to what was wrong with its text. */
function everything({ value, lexerErrors, parserErrors }: Parsed): unknown {
  return {
    tree: treeOf(value),
    source: value.$cstNode && sourceOf(value.$cstNode),
    // Whoever shows them goes by their lines, and not by the message: that is in the words of the lexer.
    lexerErrors: lexerErrors
      .map(({ message: _, ...error }) => error)
      .toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)),
    parserErrors: parserErrors.map(({ message, token, resyncedTokens }) => ({
      message,
      tokens: [token, ...resyncedTokens].map((one) => ({ ...one, tokenType: one.tokenType.name })),
    })),
  };
}

function treeOf(node: AstNode): unknown {
  const { $container, $cstNode, $document: _, ...rest } = node;
  const of = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(of);
    if (isAstNode(value)) {
      if (value.$container !== node) throw new Error(`${value.$type} is not in its ${node.$type}`);
      return treeOf(value);
    }
    return isReference(value) ? [value.$refText, value.$refNode?.offset] : value;
  };
  const entries = Object.entries(rest).map(([key, value]) => [key, of(value)]);
  return { ...Object.fromEntries(entries), container: $container?.$type, at: [$cstNode?.offset, $cstNode?.end] };
}

function sourceOf(node: CstNode): unknown {
  const { text, offset, range, hidden, astNode, grammarSource, root } = node;
  const leaf = isLeafCstNode(node) && [node.tokenType.name, node.length];
  const parts = isCompositeCstNode(node) && node.content.map(sourceOf);
  const isIn = astNode.$cstNode?.root === root;
  return {
    text,
    offset,
    range,
    hidden,
    of: [astNode.$type, isIn],
    source: grammarSource?.$cstNode?.offset,
    leaf,
    parts,
  };
}

const shipped = [...shippedSources()].map(([path, text]) => ({ path, text }));
const original = fc.constantFrom(...shipped).map(({ text }) => text);

/** One key, or what is pasted, anywhere. */
const typed = fc
  .tuple(
    // A text is written at its end most of the time.
    fc.oneof({ arbitrary: fc.double({ min: 0, max: 1, noNaN: true }), weight: 4 }, fc.constant(1)),
    fc.nat({ max: 3 }),
    fc.constantFrom(
      '',
      ' ',
      '\n',
      '\r\n',
      '\r',
      'a',
      '"',
      '(',
      ',',
      '// ',
      '\nstep also\n',
      '\n  say "So."\n',
      '  goal',
      'step',
      'step ',
    ),
  )
  .map(([at, without, text]) => (before: string) => {
    const offset = Math.floor(at * before.length);
    return before.slice(0, offset) + text + before.slice(offset + without);
  });

describe('a text that is parsed again after an edit is parsed as if for the first time', { timeout: PATIENCE }, () => {
  test('after any edits, one after the other', () => {
    fc.assert(
      fc.property(original, fc.array(fc.oneof(typed, mutation), { minLength: 1, maxLength: 6 }), (start, edits) => {
        let text = start;
        let parsed = parse(text);
        for (const edit of edits) {
          text = edit(text);
          parsed = reparse(playbook, parsed, text);
          const [now, afresh] = [everything(parsed), everything(parse(text))];
          // To compare them as texts takes a fraction of the time.
          if (JSON.stringify(now) !== JSON.stringify(afresh)) expect(now).toEqual(afresh);
        }
      }),
      runs(150),
    );
  });

  test('and most of a long text isn’t parsed again', () => {
    const { text = '' } = shipped.find(({ path }) => path.endsWith('late_delivery.playbook')) ?? {};
    const words = vi.spyOn(playbook.parser.Lexer, 'tokenize');
    const before = parse(text);
    const steps = before.value.members;
    const { value } = reparse(playbook, before, text.replace('goal  "We know', 'goal  "Today we know'));
    const [first, again] = words.mock.calls.map(([read]) => read.length);
    expect(again).toBeLessThan((first ?? 0) / 2);
    expect(value.members.filter((member) => steps.includes(member)).length).toBeGreaterThan(steps.length / 2);
  });
});
