import type { ProtocolConnection } from 'vscode-languageserver-protocol/node';
import { soundPlaybook } from '../../cli/poise.ts';

const PLAYBOOK = 'late.playbook';
const LIBRARY = 'rules.playbook';

/** What there is at first. A small workspace: what is kept of an edit of one would be kept of any. */
export const SOURCES: Readonly<Record<typeof PLAYBOOK | typeof LIBRARY, string>> = {
  [LIBRARY]: `signal anger from 0 to 10 "How angry the customer sounds."
team leads "Team leads" answers within 5 minutes
phrases blame "Doubting the customer": "are you sure", "you must have"
boundary calm "Never doubt the customer"
  never say blame
  say instead "Help me understand what happened."
`,
  [PLAYBOOK]: `use "${LIBRARY}"
${soundPlaybook('late')}
escalation angry "Anger that does not come down"
  when anger is at least 8
  to leads
`,
};

/** Works on two files of a workspace as somebody at an editor does: writes, looks at what is shown, opens and closes, asks. No text comes twice. */
export class Writer {
  private readonly connection: ProtocolConnection;
  private readonly uriOf: (path: string) => string;
  private readonly open = new Set<string>();
  private version = 0;

  constructor(connection: ProtocolConnection, uriOf: (path: string) => string) {
    this.connection = connection;
    this.uriOf = uriOf;
  }

  /** An edit, and what editors ask for after it; now and then one of a library that all playbooks use. */
  async edit(): Promise<void> {
    const path = this.version % 25 === 0 ? LIBRARY : PLAYBOOK;
    const more = [
      `\n// Remark ${this.version}.\n`,
      `\nphrases more_${this.version} "More": "number ${this.version}"\n`,
      `\nsignal mood_${this.version} from 0 to ${this.version} "A`,
      `\nsituation odd_${this.version} when nothing_${this.version} is`,
    ];
    await this.write(path, `${SOURCES[path]}${more[this.version % more.length]}`);
    const textDocument = { uri: this.uriOf(path) };
    const position = { line: this.version % 20, character: 8 };
    await this.untilChecked(path);
    await Promise.all([
      this.connection.sendRequest('textDocument/semanticTokens/full', { textDocument }),
      this.connection.sendRequest('textDocument/completion', { textDocument, position }),
      this.connection.sendRequest('textDocument/hover', { textDocument, position }),
      this.connection.sendRequest('textDocument/documentSymbol', { textDocument }),
      this.version % 10 === 0 && this.connection.sendRequest('poise/preview', textDocument),
      this.version % 10 === 5 && this.connection.sendRequest('poise/scenarios/play', textDocument),
    ]);
    if (this.version % 50 === 0) await this.close(LIBRARY);
  }

  /** Puts the files back to what they said at first. */
  async restore(): Promise<void> {
    for (const path of [LIBRARY, PLAYBOOK] as const) await this.write(path, SOURCES[path]);
    await this.untilChecked(PLAYBOOK);
  }

  /** Of what can be done in a file, one is told when it has been checked. */
  private async untilChecked(path: string): Promise<void> {
    const start = { line: 0, character: 0 };
    const textDocument = { uri: this.uriOf(path) };
    const range = { start, end: start };
    await this.connection.sendRequest('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
  }

  private async write(path: string, text: string): Promise<void> {
    this.version += 1;
    const textDocument = { uri: this.uriOf(path), languageId: 'playbook', version: this.version, text };
    if (this.open.has(path))
      await this.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
    else await this.connection.sendNotification('textDocument/didOpen', { textDocument });
    this.open.add(path);
  }

  private async close(path: string): Promise<void> {
    if (!this.open.delete(path)) return;
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uriOf(path) } });
  }
}
