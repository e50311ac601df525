import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CallHierarchyItem,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  ImplementationRequest,
  type Position,
  ReferencesRequest,
  SelectionRangeRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { Editor } from '../harness/editor.ts';
import { PATIENCE, runs } from '../harness/runs.ts';
import { shippedSources } from '../harness/shipped.ts';

const SOURCES = shippedSources();

/** A shipped file from which a stretch is missing, as long as a word, a line or all the rest; and where somebody looks. */
const anyBroken = fc.constantFrom(...SOURCES.keys()).chain((path) => {
  const text = SOURCES.get(path) ?? '';
  const place = fc.nat({ max: text.length });
  return fc.record({
    path: fc.constant(path),
    text: fc
      .tuple(place, fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 120 }), fc.constant(text.length)))
      .map(([start, length]) => text.slice(0, start) + text.slice(start + length)),
    places: fc.array(place, { minLength: 5, maxLength: 5 }),
  });
});

let editor: Editor;
const texts = new Map(SOURCES);
beforeAll(async () => {
  editor = await Editor.on(SOURCES);
  await editor.settled();
});
afterAll(() => editor.end());

/** Every place in an answer lies in the file that it is said to be in. */
function expectWithin(answer: unknown, path: string): void {
  if (typeof answer !== 'object' || answer === null) return;
  const named = answer as Readonly<Record<string, unknown>>;
  const uri = [named.uri, named.targetUri].find((one) => typeof one === 'string');
  const file = uri === undefined ? path : uri.slice('file:///'.length);
  for (const [key, value] of Object.entries(named)) {
    // Where a link or a call comes from is in the file that was asked about.
    expectWithin(value, /^origin|^from/.test(key) ? path : file);
  }
  if ('line' in named && 'character' in named) {
    const lines = (texts.get(path) ?? '').split(/\r\n|\r|\n/);
    const { line, character } = named as unknown as Position;
    expect(line).toBeLessThan(lines.length);
    expect(character).toBeLessThanOrEqual(lines[line]?.length ?? -1);
  }
  if (typeof named.endLine === 'number')
    expect(named.endLine).toBeLessThan((texts.get(path) ?? '').split(/\r\n|\r|\n/).length);
}

test(
  'whatever is missing from a file, everything is answered, and every place lies in its file',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyBroken, async ({ path, text, places }) => {
        texts.set(path, text);
        await editor.write(path, text);
        await editor.settled();
        const textDocument = { uri: `file:///${path}` };
        const ask = async (method: string, parameters: object): Promise<unknown> => {
          const answer = await editor.connection.sendRequest(method, parameters);
          expectWithin(answer, path);
          return answer;
        };
        for (const type of [DocumentSymbolRequest, FoldingRangeRequest, DocumentLinkRequest])
          await ask(type.method, { textDocument });
        await ask(WorkspaceSymbolRequest.method, { query: 'e' });
        for (const offset of places) {
          const before = text.slice(0, offset).split('\n');
          const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
          const here = { textDocument, position, context: { includeDeclaration: true } };
          for (const { method } of [
            ...[DefinitionRequest, ReferencesRequest, ImplementationRequest],
            ...[DocumentHighlightRequest, HoverRequest],
          ])
            await ask(method, here);
          await ask(SelectionRangeRequest.method, { textDocument, positions: [position] });
          const items = (await ask('textDocument/prepareCallHierarchy', here)) as CallHierarchyItem[] | null;
          for (const item of items ?? []) {
            await editor.connection.sendRequest('callHierarchy/incomingCalls', { item });
            await editor.connection.sendRequest('callHierarchy/outgoingCalls', { item });
          }
        }
        // The next one is broken by itself.
        const whole = SOURCES.get(path) ?? '';
        texts.set(path, whole);
        await editor.write(path, whole);
      }),
      { ...runs(40), seed: 6 },
    );
  },
  PATIENCE,
);
