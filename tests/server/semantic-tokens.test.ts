import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type SemanticTokens,
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  type SemanticTokensLegend,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver/node';
import manifest from '../../extension/package.json' with { type: 'json' };
import { LEGEND } from '../../server/src/features/semantic-tokens/token-types.ts';
import { Editor } from '../harness/editor.ts';
import { PATIENCE } from '../harness/runs.ts';
import { shippedSources } from '../harness/shipped.ts';

const LIBRARY = `signal channel one of phone, chat fixed
signal anger from 0 to 10
field complaint text
phrases blame "Blame": "how come ... <time>", "lost/late*"
team supervisors answers within 5 minutes
framework two stage listen stage close
`;
const PLAYBOOK = `use "library.playbook"
playbook late "Late"
  owner "Care"
  version 1.0.0
  follows two
signal value in GBP
action hold "Hold"
situation hot when anger is at least 8 and attempts is more than 1
trigger t when customer says blame, "arrived ... late"
step hear
  stage listen
  say on phone "Hello {complaint}, {nobody}."
  offer refund "All" worth up to 150 GBP
  promise call within 36 hours
  do hold
  escalate to supervisors when hot and refund has happened
  go to close
step close
boundary calm
  never say blame
`;

/** Tokens as they read: the word, its type, and what else is said of it. */
function read({ data }: SemanticTokens, text: string, { tokenTypes, tokenModifiers }: SemanticTokensLegend): string[] {
  const lines = text.split('\n');
  const found: string[] = [];
  let line = 0;
  let character = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [lineStep = 0, step = 0, length = 0, type = 0, bits = 0] = data.slice(index, index + 5);
    line += lineStep;
    character = lineStep > 0 ? step : character + step;
    const word = lines[line]?.slice(character, character + length) ?? '';
    if (length < 1 || word.length !== length)
      throw new Error(`line ${line + 1} has no ${length} letters at ${character}`);
    const modifiers = tokenModifiers.filter((_, bit) => bits & (1 << bit));
    found.push([word, tokenTypes[type], ...modifiers].join(' '));
  }
  return found;
}

function applied(old: SemanticTokens, result: SemanticTokens | SemanticTokensDelta): readonly number[] {
  if ('data' in result) return result.data;
  const data = [...old.data];
  for (const { start, deleteCount, data: inserted } of result.edits.toReversed())
    data.splice(start, deleteCount, ...(inserted ?? []));
  return data;
}

describe('names are shown by what they name', () => {
  let editor: Editor;
  const textDocument = { uri: 'file:///late.playbook' };
  const tokens = async (): Promise<SemanticTokens> => {
    const result = await editor.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    if (!result) throw new Error('there are no tokens');
    return result;
  };

  beforeAll(async () => {
    editor = await Editor.on(
      new Map([
        ['library.playbook', LIBRARY],
        ['late.playbook', PLAYBOOK],
      ]),
    );
    await editor.write('late.playbook', PLAYBOOK);
    await editor.settled();
  });
  afterAll(() => editor.end());

  test('here and where they come from another file', async () => {
    expect(read(await tokens(), PLAYBOOK, LEGEND)).toEqual([
      ...['late namespace declaration', '1.0.0 number', 'two interface'],
      ...['value variable declaration', 'GBP unit', 'hold method declaration'],
      ...['hot variable declaration', 'anger variable', '8 number', 'attempts variable defaultLibrary', '1 number'],
      ...['t event declaration', 'blame type', '... operator'],
      ...['hear function declaration', 'listen interface', 'phone enumMember', 'complaint property'],
      ...['refund method declaration', '150 number', 'GBP unit', 'call method declaration', '36 number', 'hours unit'],
      ...['hold method', 'supervisors class', 'hot variable', 'refund method', 'close function'],
      ...['close function declaration', 'calm event declaration', 'blame type'],
    ]);
  });

  test('also in a library, with the signs of phrases', async () => {
    await editor.write('library.playbook', LIBRARY);
    const uri = 'file:///library.playbook';
    const result = await editor.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri } });
    expect(result && read(result, LIBRARY, LEGEND)).toEqual([
      ...['channel variable declaration readonly', 'phone enumMember declaration', 'chat enumMember declaration'],
      ...['anger variable declaration', '0 number', '10 number', 'complaint property declaration'],
      ...['blame type declaration', '... operator', '<time> type', '/ operator', '* operator'],
      ...['supervisors class declaration', '5 number', 'minutes unit'],
      ...['two interface declaration', 'listen interface declaration', 'close interface declaration'],
    ]);
  });

  test('in a range, only those that touch it', async () => {
    const range = { start: { line: 10, character: 0 }, end: { line: 11, character: 20 } };
    const result = await editor.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range });
    expect(result && read(result, PLAYBOOK, LEGEND)).toEqual(['listen interface', 'phone enumMember']);
  });

  test('after an edit, only what has changed is sent', async () => {
    const before = await tokens();
    const text = PLAYBOOK.replace('  do hold\n', '');
    await editor.write('late.playbook', text);
    const delta = await editor.connection.sendRequest(SemanticTokensDeltaRequest.type, {
      textDocument,
      previousResultId: before.resultId ?? '',
    });
    if (!delta || !('edits' in delta)) throw new Error('everything is sent');
    expect(delta.edits.flatMap(({ data }) => data ?? []).length).toBeLessThan(15);
    expect(applied(before, delta)).toEqual((await tokens()).data);
    await editor.write('late.playbook', PLAYBOOK);
  });

  test('and everything where the editor has something else', async () => {
    const result = await editor.connection.sendRequest(SemanticTokensDeltaRequest.type, {
      textDocument,
      previousResultId: 'long ago',
    });
    expect(result).toMatchObject({ data: (await tokens()).data });
  });

  test('a playbook that is retired looks like it', async () => {
    const text = PLAYBOOK.replace('  follows', '  status retired\n  follows');
    await editor.write('late.playbook', text);
    expect(read(await tokens(), text, LEGEND)).toContain('late namespace declaration deprecated');
  });
});

test('the extension gives each type of name the colour that its grammar has for it', () => {
  const [scopes] = manifest.contributes.semanticTokenScopes.map((contributed) => Object.keys(contributed.scopes));
  // Numbers and signs look alike in every language.
  const types = LEGEND.tokenTypes.filter((type) => type !== 'number' && type !== 'operator');
  expect(types.filter((type) => !scopes?.includes(type))).toEqual([]);
});

test(
  'wherever a shipped playbook is cut off, tokens are words of it in their order',
  async () => {
    const sources = shippedSources();
    const path = 'playbooks/abusive_customer.playbook';
    const text = sources.get(path) ?? '';
    const editor = await Editor.on(sources);
    const textDocument = { uri: `file:///${path}` };
    let last: SemanticTokens = { data: [] };
    for (let end = text.length; end > 0; end -= Math.ceil(text.length / 20)) {
      const cut = text.slice(0, end);
      await editor.write(path, cut);
      const parameters = { textDocument, previousResultId: last.resultId ?? '' };
      const delta = await editor.connection.sendRequest(SemanticTokensDeltaRequest.type, parameters);
      const full = await editor.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
      if (!delta || !full) throw new Error('there are no tokens');
      expect(applied(last, delta)).toEqual(full.data);
      read(full, cut, LEGEND);
      last = full;
    }
    expect(text.length).toBeGreaterThan(1000);
    editor.end();
  },
  PATIENCE,
);
