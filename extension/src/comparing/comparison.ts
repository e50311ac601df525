import { COMPARE, type CompareAnswer, type CompareParams } from '@poise/server/protocol';
import { type Disposable, Uri, workspace } from 'vscode';
import { ask } from '../client/ask.ts';
import { onBuilt } from '../client/built.ts';
import type { Poise } from '../poise.ts';
import { EarlierFiles } from './earlier-files.ts';
import { endingFor, NothingEarlier, repositoryOf, wordsFor } from './git.ts';
import { KeptUp } from './kept-up.ts';

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
  private readonly page: KeptUp<string>;
  private readonly listening: Disposable[] = [];
  private earlier: EarlierFiles | undefined;

  /** @param tell is called when the page has become another one */
  constructor(compared: Compared, poise: Poise, tell: () => void) {
    this.compared = compared;
    this.poise = poise;
    this.page = new KeptUp(() => this.compare(), tell);
    this.listening.push(onBuilt(poise.client)(() => this.page.changed()));
  }

  /** The page as it is now: Markdown. */
  text(): Promise<string> {
    return this.page.get();
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
        this.page.changed();
      }),
    );
    return earlier;
  }
}
