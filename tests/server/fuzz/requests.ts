import * as protocol from '@poise/server/protocol';
import type { Position, Range } from 'vscode-languageserver/node';

/** Where something is asked. */
export interface Place {
  readonly uri: string;
  readonly position: Position;
  readonly range: Range;
  /** One of what an earlier request was answered with, where that is asked about. */
  readonly earlier?: unknown;
}

/** A request as the editors that we know send it. */
export interface RequestForm {
  readonly method: string;
  readonly params: (place: Place) => object;
  /** Asks about something that this request is answered with. */
  readonly about?: string;
  /** Says in words that it can't be done. */
  readonly mayRefuse?: boolean;
  /** The answer hangs on more than what the files say now. */
  readonly hangsOnHistory?: boolean;
}

const inFile = ({ uri }: Place) => ({ textDocument: { uri } });
const atPosition = ({ uri, position }: Place) => ({ textDocument: { uri }, position });
const inRange = ({ uri, range }: Place) => ({ textDocument: { uri }, range });
const options = { tabSize: 2, insertSpaces: true };

/** What can be asked of a server that says so, by the name under which it says so: a capability that isn't here fails a test. */
export const BY_CAPABILITY: Readonly<Record<string, readonly RequestForm[]>> = {
  callHierarchyProvider: [
    { method: 'textDocument/prepareCallHierarchy', params: atPosition },
    ...['callHierarchy/incomingCalls', 'callHierarchy/outgoingCalls'].map((method) => ({
      method,
      params: ({ earlier }: Place) => ({ item: earlier }),
      about: 'textDocument/prepareCallHierarchy',
    })),
  ],
  codeActionProvider: [
    {
      method: 'textDocument/codeAction',
      params: (place) => ({ ...inRange(place), context: { diagnostics: [] } }),
    },
    {
      method: 'textDocument/codeAction',
      params: (place) => ({ ...inRange(place), context: { diagnostics: [], only: ['source'] } }),
    },
    // Of another version of the text there are no edits.
    {
      method: 'codeAction/resolve',
      params: ({ earlier }) => ({ ...Object(earlier) }),
      about: 'textDocument/codeAction',
      hangsOnHistory: true,
    },
  ],
  codeLensProvider: [
    { method: 'textDocument/codeLens', params: inFile },
    // A lens says of which text it is.
    {
      method: 'codeLens/resolve',
      params: ({ earlier }) => ({ ...Object(earlier) }),
      about: 'textDocument/codeLens',
      mayRefuse: true,
      hangsOnHistory: true,
    },
  ],
  completionProvider: [
    { method: 'textDocument/completion', params: atPosition },
    {
      method: 'textDocument/completion',
      params: (place) => ({ ...atPosition(place), context: { triggerKind: 2, triggerCharacter: ' ' } }),
    },
  ],
  declarationProvider: [{ method: 'textDocument/declaration', params: atPosition }],
  definitionProvider: [{ method: 'textDocument/definition', params: atPosition }],
  documentFormattingProvider: [
    { method: 'textDocument/formatting', params: (place) => ({ ...inFile(place), options }) },
  ],
  documentHighlightProvider: [{ method: 'textDocument/documentHighlight', params: atPosition }],
  documentLinkProvider: [{ method: 'textDocument/documentLink', params: inFile }],
  documentOnTypeFormattingProvider: [
    { method: 'textDocument/onTypeFormatting', params: (place) => ({ ...atPosition(place), ch: '\n', options }) },
  ],
  documentRangeFormattingProvider: [
    { method: 'textDocument/rangeFormatting', params: (place) => ({ ...inRange(place), options }) },
  ],
  documentSymbolProvider: [{ method: 'textDocument/documentSymbol', params: inFile }],
  foldingRangeProvider: [{ method: 'textDocument/foldingRange', params: inFile }],
  hoverProvider: [{ method: 'textDocument/hover', params: atPosition }],
  implementationProvider: [{ method: 'textDocument/implementation', params: atPosition }],
  inlayHintProvider: [{ method: 'textDocument/inlayHint', params: inRange }],
  referencesProvider: [
    {
      method: 'textDocument/references',
      params: (place) => ({ ...atPosition(place), context: { includeDeclaration: true } }),
    },
  ],
  renameProvider: [
    { method: 'textDocument/prepareRename', params: atPosition, mayRefuse: true },
    {
      method: 'textDocument/rename',
      params: (place) => ({ ...atPosition(place), newName: 'another_name' }),
      mayRefuse: true,
    },
  ],
  selectionRangeProvider: [
    { method: 'textDocument/selectionRange', params: (place) => ({ ...inFile(place), positions: [place.position] }) },
  ],
  semanticTokensProvider: [
    { method: 'textDocument/semanticTokens/full', params: inFile },
    { method: 'textDocument/semanticTokens/range', params: inRange },
    {
      method: 'textDocument/semanticTokens/full/delta',
      params: (place) => ({ ...inFile(place), previousResultId: '1' }),
      hangsOnHistory: true,
    },
  ],
  signatureHelpProvider: [{ method: 'textDocument/signatureHelp', params: atPosition }],
  workspace: [
    {
      method: 'workspace/willRenameFiles',
      params: ({ uri }) => ({ files: [{ oldUri: uri, newUri: uri.replace(/\.playbook$/, '_moved.playbook') }] }),
    },
  ],
  workspaceSymbolProvider: [
    { method: 'workspace/symbol', params: () => ({ query: 'an' }) },
    { method: 'workspace/symbol', params: () => ({ query: '' }) },
  ],
};

/** What a server says of itself besides what can be asked. */
export const NOT_ASKED: ReadonlySet<string> = new Set(['textDocumentSync']);

const opening = '2026-11-25 10:00';
const events = [
  { type: 'customerSays', text: 'I want my money back, this is the third time', reports: { anger: 7 } },
  { type: 'timePasses', seconds: 300 },
  { type: 'agentSays', text: 'I am sorry.' },
];

/** What only Poise's own editor asks, by the name of the request: one that isn't here fails a test. */
export const OWN: readonly RequestForm[] = [
  { method: protocol.FRAMEWORKS, params: () => ({}) },
  { method: protocol.PREVIEW, params: ({ uri }) => ({ uri }) },
  // What was sound last is played on.
  {
    method: protocol.SIMULATE,
    params: ({ uri }) => ({ uri, opening, events, draft: 'Calm down.' }),
    hangsOnHistory: true,
  },
  { method: protocol.RECORD, params: ({ uri }) => ({ uri, opening, events, title: 'Tried out' }) },
  { method: protocol.LIST_SCENARIOS, params: ({ uri }) => ({ uris: [uri] }) },
  { method: protocol.LIST_SCENARIOS, params: () => ({}) },
  { method: protocol.PLAY_SCENARIOS, params: ({ uri }) => ({ uri }) },
  {
    method: protocol.COMPARE,
    params: ({ uri }) => ({ name: 'HEAD', within: 'file:///', same: [uri], others: {} }),
  },
];

/** What the server tells, and what it asks of an editor. */
export const FROM_THE_SERVER: ReadonlySet<string> = new Set([
  protocol.BUILT,
  protocol.WORK,
  protocol.FIND_FILE,
  protocol.LIST_FOLDER,
  protocol.READ_FILE,
]);

export const FORMS: readonly RequestForm[] = [...Object.values(BY_CAPABILITY).flat(), ...OWN];
