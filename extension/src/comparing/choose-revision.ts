import { type QuickPickItem, window } from 'vscode';
import { NothingEarlier, type Ref, type Repository } from './git.ts';

/** What a name stands for in a repository, by its type. */
const KINDS: Readonly<Record<Ref['type'], string>> = { 0: 'branch', 1: 'branch elsewhere', 2: 'tag' };

/** Lets one of a repository's branches and tags be chosen, those with the newest commits first. @throws NothingEarlier where there are none */
export async function chosenRevision(repository: Repository): Promise<string | undefined> {
  const refs = await repository.getRefs({ sort: 'committerdate' });
  const items = refs.flatMap(({ name, type }): QuickPickItem[] =>
    name === undefined || name.endsWith('/HEAD') ? [] : [{ label: name, description: KINDS[type] }],
  );
  if (items.length === 0) {
    throw new NothingEarlier(
      'Nothing has been committed yet, so there is nothing to compare with: make a first commit.',
    );
  }
  const picked = await window.showQuickPick(items, {
    title: 'Compare behaviour with an earlier version',
    placeHolder: 'Which branch or tag?',
  });
  return picked?.label;
}
