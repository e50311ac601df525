import { TextDocument } from 'langium';
import {
  type CallHierarchyItem,
  CancellationTokenSource,
  type CodeAction,
  type CompletionList,
  ErrorCodes,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Act, Spot } from './acts.ts';
import { spoilt } from './badly.ts';
import { type Desk, uriOf } from './desk.ts';
import { FORMS, type Place, type RequestForm } from './requests.ts';

/** So many turns of the event loop nobody has to wait for anything. */
const HANGS = 200_000;

/** Files that may come to be. */
const NEW_FILES = ['playbooks/new.playbook', 'playbooks/shared/more.playbook', 'other/a b é.playbook'];

interface Stray {
  readonly uri: string;
  readonly languageId: string;
}

/** What may be open in an editor besides, whatever it is taken for. */
const STRAYS: readonly [Stray, ...Stray[]] = [
  { uri: 'untitled:Untitled-1', languageId: 'playbook' },
  { uri: 'file:///notes.txt', languageId: 'playbook' },
  { uri: 'file:///poise.json', languageId: 'json' },
  { uri: 'file:///README.md', languageId: 'markdown' },
];

const NEW_NAMES = ['another_name', 'anger', 'hear', 'when', '', '1st', 'x'.repeat(65)];

interface Sent {
  readonly method: string;
  /** Whether all of it is as it should be. */
  readonly isSound: boolean;
  readonly form?: RequestForm;
  readonly uri?: string;
  isCalledOff: boolean;
}

type Answer = { readonly result: unknown } | { readonly error: unknown };

/** Does with a server what a list of acts says, and notes what it must not do. */
export class Session {
  /** What the server did wrong, in words. */
  readonly faults: string[] = [];
  private readonly desk: Desk;
  private readonly pending = new Map<Promise<Answer>, Sent>();
  /** What was answered last, by method. */
  private readonly answers = new Map<string, readonly unknown[]>();
  private readonly toldBadly = new Set<string>();
  private readonly strays = new Set<unknown>();
  /** The changes up to which the server has done all that follows. */
  private settledAt = -1;

  constructor(desk: Desk) {
    this.desk = desk;
    desk.editor.connection.onNotification('window/logMessage', ({ type, message }) => {
      const [, method = ''] = /^Notification(?: handler)? '?([^' ]+)'? (?:failed|defines)/.exec(message) ?? [];
      if (type === MessageType.Error && !this.toldBadly.has(method)) this.faults.push(`logged: ${message}`);
    });
  }

  async run(acts: readonly Act[]): Promise<void> {
    for (const act of acts) await this.perform(act);
    for (const uri of this.strays) await this.desk.tell('textDocument/didClose', { textDocument: { uri } });
    await this.settle();
  }

  private async perform(act: Act): Promise<void> {
    const { desk } = this;
    switch (act.kind) {
      case 'edit':
        return desk.edit(this.file(act.file), act.changes);
      case 'change on disk':
        return desk.changeOnDisk(this.file(act.file), act.change);
      case 'open':
        return desk.openFile(this.file(act.file));
      case 'close':
        return desk.closeFile(pick([...desk.open.keys()], act.file) ?? '');
      case 'save': {
        const [path, document] = pick([...desk.open], act.file) ?? [];
        if (path !== undefined) await desk.write(path, document?.getText());
        return;
      }
      case 'delete':
        return desk.write(this.file(act.file), undefined);
      case 'mend':
        return desk.mend(this.file(act.file));
      case 'mend all':
        return desk.mendAll();
      case 'delete folder':
        return desk.deleteFolder('playbooks/shared');
      case 'configure':
        return desk.write('poise.json', act.text);
      case 'events':
        return desk.tellAgain(act.files.map((file) => this.file(file)));
      case 'open stray': {
        const { uri, languageId } = strayAt(act.stray);
        this.strays.add(uri);
        const text = desk.textOf(this.file(act.from));
        return desk.tell('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
      }
      case 'close stray': {
        const { uri } = strayAt(act.stray);
        if (this.strays.delete(uri)) await desk.tell('textDocument/didClose', { textDocument: { uri } });
        return;
      }
      case 'wait':
        return turns(act.turns);
      case 'settle':
        return this.settle();
      case 'ask':
        return this.ask(act);
      case 'ask badly':
        return this.askBadly(act);
      case 'tell badly':
        return this.tellBadly(act);
      case 'move':
        return this.move(act);
      case 'rename':
        return this.rename(act.spot, pick(NEW_NAMES, act.choice) ?? '');
      case 'complete':
        return this.complete(act.spot, act.choice);
      case 'act':
        return this.act(act.spot, act.choice);
      case 'format':
        return this.format(act.spot);
    }
  }

  /** Waits until the server has done all that follows from what it was told, and has answered everything. */
  private async settle(): Promise<void> {
    await this.inTime('the server to settle', this.desk.editor.settled());
    this.settledAt = this.desk.changes;
    for (const [answer, { method, uri }] of [...this.pending])
      await this.inTime(`an answer to ${method} for ${uri}`, answer);
  }

  private get isSettled(): boolean {
    return this.settledAt === this.desk.changes;
  }

  private async inTime<Value>(what: string, promise: Promise<Value>): Promise<Value> {
    let isDone = false;
    const done = () => {
      isDone = true;
    };
    promise.then(done, done);
    for (let turn = 0; !isDone; turn++) {
      if (turn > HANGS) throw new Error(`waited in vain for ${what}\n${this.faults.join('\n')}`);
      await turns(1);
    }
    return promise;
  }

  private async ask({ form: number, spot, cancelled }: Extract<Act, { kind: 'ask' }>): Promise<void> {
    const form = pick(FORMS, number);
    const place = form && this.placeFor(form, spot);
    if (!form || !place) return;
    const source = new CancellationTokenSource();
    const sent: Sent = { method: form.method, isSound: true, form, uri: place.uri, isCalledOff: false };
    void this.send(sent, form.params(place), source);
    if (cancelled === undefined) return;
    await turns(cancelled);
    sent.isCalledOff = true;
    source.cancel();
  }

  private askBadly({ form: number, spot, where, bad }: Extract<Act, { kind: 'ask badly' }>): void {
    const form = FORMS[number];
    if (!form) {
      void this.send({ method: 'poise/nothing', isSound: false, isCalledOff: false }, {});
      return;
    }
    const place = this.placeFor(form, spot);
    if (!place) return;
    void this.send({ method: form.method, isSound: false, isCalledOff: false }, spoilt(form.params(place), where, bad));
  }

  /** Tells the server what it can't understand: of a file that is none of those that it knows. */
  private async tellBadly({ message, file, where, bad }: Extract<Act, { kind: 'tell badly' }>): Promise<void> {
    const uri = 'file:///bad/bad.playbook';
    const textDocument = { uri, languageId: 'playbook', version: 1, text: this.desk.textOf(this.file(file)) };
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const [method, params] = pick<readonly [string, object]>(
      [
        ['textDocument/didOpen', { textDocument }],
        ['textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ range, text: 'step' }] }],
        ['textDocument/didClose', { textDocument: { uri } }],
        ['workspace/didChangeConfiguration', { settings: {} }],
        ['$/setTrace', { value: 'off' }],
        ['poise/nothing', {}],
      ],
      message,
    ) ?? ['poise/nothing', {}];
    const told = spoilt(params, where, bad);
    this.toldBadly.add(method).add('textDocument/didClose');
    // In the end it is closed by the same name, whatever that is.
    if (method === 'textDocument/didOpen') this.strays.add(Object(Object(told).textDocument).uri);
    this.desk.changes += 1;
    await this.desk.editor.connection.sendNotification(method, told);
  }

  private send(sent: Sent, params: unknown, source = new CancellationTokenSource()): Promise<Answer> {
    const wasSettled = this.isSettled;
    const answer = this.desk.editor.connection.sendRequest(sent.method, params, source.token).then(
      (result): Answer =>
        isError(result) ? { error: new Error(`as a result: ${JSON.stringify(result)}`) } : { result },
      (error): Answer => ({ error }),
    );
    this.pending.set(answer, sent);
    return answer.then((received) => {
      this.pending.delete(answer);
      if ('error' in received) this.judge(sent, received.error, wasSettled && this.isSettled);
      else if (Array.isArray(received.result)) this.answers.set(sent.method, received.result);
      return received;
    });
  }

  /** Whether a request may be answered in this way. */
  private judge({ method, isSound, form, uri, isCalledOff }: Sent, error: unknown, isSettled: boolean): void {
    const codes: number[] = [];
    if (method === 'poise/nothing') codes.push(ErrorCodes.MethodNotFound);
    else if (!isSound) codes.push(ErrorCodes.InvalidParams, ErrorCodes.InternalError);
    if (isCalledOff) codes.push(LSPErrorCodes.RequestCancelled);
    if (form?.mayRefuse) codes.push(LSPErrorCodes.RequestFailed);
    const isKnown = this.desk.paths.some((path) => uriOf(path) === uri);
    if (!isSettled) codes.push(LSPErrorCodes.ContentModified);
    if (!isSettled || !isKnown) codes.push(LSPErrorCodes.ServerCancelled);
    if (!isSound) codes.push(LSPErrorCodes.RequestFailed, LSPErrorCodes.ContentModified, LSPErrorCodes.ServerCancelled);
    if (error instanceof ResponseError && codes.includes(error.code)) return;
    this.faults.push(
      `${method}${isSound ? '' : ' (bad)'} for ${uri}: ${error instanceof ResponseError ? error.code : ''} ${error}`,
    );
  }

  /** The answer to a request that is waited for. */
  private async answerTo(method: string, params: object, uri: string, mayRefuse = false): Promise<unknown> {
    const form: RequestForm = { method, params: () => params, mayRefuse };
    const answer = await this.inTime(
      `an answer to ${method}`,
      this.send({ method, isSound: true, form, uri, isCalledOff: false }, params),
    );
    return 'error' in answer ? undefined : answer.result;
  }

  private async move({ file, to }: Extract<Act, { kind: 'move' }>): Promise<void> {
    const from = pick(
      [...this.desk.disk.keys()].filter((path) => path.endsWith('.playbook')),
      file,
    );
    const target = pick(NEW_FILES, to);
    if (from === undefined || target === undefined || this.desk.paths.includes(target)) return;
    await this.keepingSound(`${from} was moved to ${target}`, async () => {
      const files = [{ oldUri: uriOf(from), newUri: uriOf(target) }];
      const edit = await this.answerTo('workspace/willRenameFiles', { files }, uriOf(from));
      if (edit) await this.desk.apply(edit as WorkspaceEdit);
      await this.desk.move(from, target);
    });
  }

  private async rename(spot: Spot, newName: string): Promise<void> {
    const { uri, position } = this.place(spot);
    await this.keepingSound(`something in ${uri} was renamed`, async () => {
      const params = { textDocument: { uri }, position, newName };
      const edit = await this.answerTo('textDocument/rename', params, uri, true);
      if (edit) await this.desk.apply(edit as WorkspaceEdit);
    });
  }

  /** Takes what is offered while the server builds, as one does who types fast. */
  private async complete(spot: Spot, choice: number): Promise<void> {
    const { uri, position } = this.place(spot);
    const changes = this.desk.changes;
    const list = await this.answerTo('textDocument/completion', { textDocument: { uri }, position }, uri);
    const item = pick((list as CompletionList | undefined)?.items ?? [], choice);
    if (!item?.textEdit || this.desk.changes !== changes) return;
    const range = 'range' in item.textEdit ? item.textEdit.range : item.textEdit.insert;
    const edits: TextEdit[] = [{ range, newText: item.textEdit.newText }, ...(item.additionalTextEdits ?? [])];
    await this.desk.applyTo(uri, edits);
  }

  private async act(spot: Spot, choice: number): Promise<void> {
    const { uri, range } = this.place(spot);
    const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
    const actions = await this.answerTo('textDocument/codeAction', params, uri);
    const action = pick((actions as CodeAction[] | undefined) ?? [], choice);
    if (!action) return;
    const chosen = action.edit ? action : await this.answerTo('codeAction/resolve', action, uri);
    const edit = (chosen as CodeAction | undefined)?.edit;
    if (edit) await this.desk.apply(edit);
  }

  /** Lays out a file: then nothing is left to be laid out. */
  private async format(spot: Spot): Promise<void> {
    const { uri } = this.place(spot);
    const params = { textDocument: { uri }, options: { tabSize: 2, insertSpaces: true } };
    await this.keepingSound(`${uri} was laid out`, async () => {
      const edits = await this.answerTo('textDocument/formatting', params, uri);
      if (!edits) return;
      await this.desk.applyTo(uri, edits as TextEdit[]);
      const more = await this.answerTo('textDocument/formatting', params, uri);
      if (more && (more as TextEdit[]).length > 0) this.faults.push(`${uri} is laid out otherwise the second time`);
    });
  }

  /** What is done here makes no mistakes where there were none. */
  private async keepingSound(what: string, act: () => Promise<void>): Promise<void> {
    await this.settle();
    const before = this.desk.errors;
    await act();
    if (before > 0) return;
    await this.settle();
    if (this.desk.errors > 0) this.faults.push(`${what}: after that there are ${this.desk.errors} errors`);
  }

  private file(number: number): string {
    const { paths } = this.desk;
    const all = [...paths, ...NEW_FILES.filter((path) => !paths.includes(path))];
    return pick(all, number) ?? all[0] ?? '';
  }

  private placeFor(form: RequestForm, spot: Spot): Place | undefined {
    if (form.about === undefined) return this.place(spot);
    const earlier = pick((this.answers.get(form.about) ?? []) as readonly CallHierarchyItem[], spot.file);
    return earlier && { ...this.place(spot), earlier, uri: earlier.uri ?? this.place(spot).uri };
  }

  private place({ file, at, length }: Spot): Place {
    const path = this.file(file);
    return placeIn(uriOf(path), this.desk.textOf(path), at, length);
  }
}

/** A place in a text, that many characters long. */
export function placeIn(uri: string, text: string, at: Spot['at'], length: number): Place {
  const document = TextDocument.create(uri, '', 0, text);
  const offset = typeof at === 'number' ? at % (text.length + 1) : document.offsetAt(at);
  const position = typeof at === 'number' ? document.positionAt(offset) : at;
  return {
    uri,
    position,
    range: { start: position, end: typeof at === 'number' ? document.positionAt(offset + length) : at },
  };
}

/** Whether that is an error in the place of an answer, as nobody expects it: where the server is made of parts that take each other's errors for values. */
function isError(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'code' in result && typeof result.code === 'number';
}

function strayAt(number: number): Stray {
  return pick(STRAYS, number) ?? STRAYS[0];
}

function pick<Value>(values: readonly Value[], number: number): Value | undefined {
  return values[number % values.length];
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise(setImmediate);
}
