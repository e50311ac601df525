import { COMPARE, type CompareAnswer, type CompareParams } from '@poise/server/protocol';
import { type Disposable, Uri, workspace } from 'vscode';
import { ask } from '../client/ask.ts';
import { onBuilt } from '../client/built.ts';
import type { Poise } from '../poise.ts';
import { EarlierFiles } from './earlier-files.ts';
import { endingFor, NothingEarlier, next, repositoryOf, wordsFor } from './git.ts';

/** What a page compares with. */
export interface Compared {
  readonly revision: string;
  /** An address in the repository. */
  readonly folder: string;
}

/** A page that says what has become of the playbooks since a revision, kept up to date. */
export class Comparison implements Disposable {
  private readonly compared: Compared;
  private readonly poise: Poise;
  private readonly tell: () => void;
  private readonly listening: Disposable[] = [];
  private earlier: EarlierFiles | undefined;
  private page: string | undefined;
  private running: Promise<void> | undefined;
  private isBehind = false;

  /** @param tell is called when the page has become another one */
  constructor(compared: Compared, poise: Poise, tell: () => void) {
    this.compared = compared;
    this.poise = poise;
    this.tell = tell;
    this.listening.push(onBuilt(poise.client)(() => this.keepUp()));
  }

  /** The page as it is now: Markdown. */
  async text(): Promise<string> {
    // What has been compared is kept up to date.
    if (this.page === undefined) await this.refresh();
    while (this.page === undefined) {
      await next(onBuilt(this.poise.client));
      await this.refresh();
    }
    return this.page;
  }

  /** What a file said then. @param path from the folder that is open */
  async earlierText(path: string): Promise<string> {
    const folder = workspace.workspaceFolders?.[0];
    const earlier = await this.earlierFiles();
    return folder ? earlier.textOf(Uri.joinPath(folder.uri, path)) : '';
  }

  dispose(): void {
    for (const one of this.listening) one.dispose();
  }

  /** Compares anew, unless nobody has asked for the page: an earlier source may be open without it. */
  private keepUp(): void {
    if (this.page !== undefined) void this.refresh();
  }

  /** Compares anew. What happens meanwhile is seen to afterwards, all at once. */
  private refresh(): Promise<void> {
    this.isBehind = true;
    this.running ??= this.catchUp().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async catchUp(): Promise<void> {
    while (this.isBehind) {
      this.isBehind = false;
      const before = this.page;
      this.page = (await this.compare()) ?? before;
      if (before !== undefined && this.page !== before) this.tell();
    }
  }

  private async compare(): Promise<string | undefined> {
    try {
      const earlier = await this.earlierFiles();
      const linksFrom = workspace.workspaceFolders?.[0]?.uri.toString();
      const params: CompareParams = {
        name: wordsFor(this.compared.revision),
        within: earlier.repository.rootUri.toString(),
        ...(await earlier.read()),
        ...(linksFrom !== undefined && { linksFrom }),
        earlierEnding: endingFor(this.compared.revision),
      };
      return (await ask<CompareAnswer>(this.poise.client, COMPARE, params))?.markdown;
    } catch (error) {
      if (error instanceof NothingEarlier) return `${error.message}\n`;
      throw error;
    }
  }

  private async earlierFiles(): Promise<EarlierFiles> {
    if (this.earlier) return this.earlier;
    const repository = await repositoryOf(Uri.parse(this.compared.folder));
    const earlier = new EarlierFiles(repository, this.compared.revision);
    this.earlier = earlier;
    this.listening.push(
      repository.state.onDidChange(() => {
        earlier.forget();
        this.keepUp();
      }),
    );
    return earlier;
  }
}
