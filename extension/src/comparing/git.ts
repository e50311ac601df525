import { type Event, extensions, type Uri, workspace } from 'vscode';

/** What is used of the editor's own Git extension: version 1 of what it offers to others. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): Git;
}

interface Git {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: Event<unknown>;
  getRepository(uri: Uri): Repository | null;
  getRepositoryRoot(uri: Uri): Promise<Uri | null>;
}

export interface Repository {
  readonly rootUri: Uri;
  /** Tells of each look that the editor has taken at the repository. */
  readonly state: { readonly onDidChange: Event<unknown> };
  getCommit(revision: string): Promise<{ readonly hash: string }>;
  getRefs(query: { readonly sort: 'committerdate' }): Promise<readonly Ref[]>;
  /** What the working tree has otherwise than a tree. */
  diffWith(tree: string): Promise<readonly Change[]>;
  show(revision: string, path: string): Promise<string>;
}

export interface Ref {
  readonly type: 0 | 1 | 2;
  readonly name?: string;
}

export interface Change {
  readonly status: number;
  readonly uri: Uri;
  /** Where it was, of what was renamed: else the same. */
  readonly originalUri: Uri;
}

/** The status of a file that wasn't there. */
export const ADDED = 1;

/** Why there is nothing to compare with: a sentence that says what to do about it. */
export class NothingEarlier extends Error {}

/** The repository that an address lies in. @throws NothingEarlier */
export async function repositoryOf(uri: Uri): Promise<Repository> {
  const git = await theGit();
  const repository = git.getRepository(uri);
  if (repository) return repository;
  if (await git.getRepositoryRoot(uri)) {
    throw new NothingEarlier(
      'This folder is a part of a Git repository that is not open here: open the repository in the Source Control view.',
    );
  }
  throw new NothingEarlier(
    'This folder is in no Git repository, so there is no earlier version to compare with. Initialize one in the Source Control view, and commit.',
  );
}

/** The commit of a revision. @throws NothingEarlier */
export async function commitOf(repository: Repository, revision: string): Promise<string> {
  try {
    return (await repository.getCommit(revision)).hash;
  } catch {
    throw new NothingEarlier(
      revision === HEAD
        ? 'Nothing has been committed yet, so there is nothing to compare with: make a first commit.'
        : `There is no \`${revision}\` in this repository any more: choose another branch or tag.`,
    );
  }
}

/** The last commit. */
export const HEAD = 'HEAD';

/** What people call a revision. */
export function wordsFor(revision: string): string {
  return revision === HEAD ? 'the last commit' : revision;
}

/** The same as a part of a file's name. */
export function nameFor(revision: string): string {
  return wordsFor(revision).replaceAll('/', '-');
}

/** What the names of a revision's files end with, as in the editor's own views: `late_delivery.playbook (main)`. */
export function endingFor(revision: string): string {
  return ` (${nameFor(revision)})`;
}

async function theGit(): Promise<Git> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) {
    throw new NothingEarlier(
      workspace.isTrusted
        ? 'Comparing needs Git, which is not here: open the folder in Visual Studio Code on a desktop, with its Git extension turned on.'
        : 'Comparing needs Git, which is turned off until you trust this folder: `Workspaces: Manage Workspace Trust`.',
    );
  }
  const offered = await extension.activate();
  if (!offered.enabled) {
    throw new NothingEarlier(
      'Comparing needs Git: install it, see that the setting `git.enabled` is on, and open the folder again.',
    );
  }
  const git = offered.getAPI(1);
  if (git.state === 'uninitialized') await next(git.onDidChangeState);
  return git;
}

/** Waits for an event. */
function next(event: Event<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const listening = event(() => {
      listening.dispose();
      resolve();
    });
  });
}
