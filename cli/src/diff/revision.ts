import { plain } from '@poise/generator/words';
import { nearest } from '@poise/language/words';
import { wrongUse } from '../exit-codes.ts';
import { type GitAnswer, git, NoGit } from './git.ts';

/** A version of the repository around a folder. */
export interface Revision {
  /** As it was asked for. */
  readonly asked: string;
  /** The commit's name, all of its digits. */
  readonly commit: string;
}

/** Behind a revision: where the present one branched off from it. */
const BRANCHED_OFF = '...';

/**
 * Finds out which commit is meant: `main`, `HEAD~1`, or `main...`, from where the present one branched off.
 *
 * @throws CommandStop where there is no such revision, repository, or Git
 */
export async function findRevision(asked: string, folder: string): Promise<Revision> {
  const isBase = asked.endsWith(BRANCHED_OFF);
  const name = isBase ? asked.slice(0, -BRANCHED_OFF.length) : asked;
  const commit = await commitOf(name, folder);
  if (!isBase) return { asked, commit };
  const base = await git(folder, ['merge-base', commit, 'HEAD']);
  if (!base.ok) throw wrongUse(`${quoted(name)} and the present revision have no commit in common`);
  return { asked, commit: textOf(base) };
}

async function commitOf(name: string, folder: string): Promise<string> {
  const notThere = `there is no file or folder ${quoted(name)}`;
  try {
    // What begins with a dash would be an option to Git.
    const found =
      name === '' || name.startsWith('-')
        ? undefined
        : await git(folder, ['rev-parse', '--verify', `${name}^{commit}`]);
    if (found?.ok) return textOf(found);
    const inside = await git(folder, ['rev-parse', '--is-inside-work-tree']);
    if (!inside.ok) {
      const why = inside.reason.startsWith('not a git repository')
        ? 'this folder is in no Git repository, so it is no revision either'
        : `Git can't look for a revision of that name: ${plain(inside.reason)}`;
      throw wrongUse(`${notThere}, and ${why}`);
    }
    const meant = nearest(name, await namesOfRevisions(folder));
    const suggestion = meant === undefined ? '' : `: did you mean ${quoted(meant)}?`;
    throw wrongUse(`${notThere}, and Git knows no revision of that name${suggestion}`);
  } catch (error) {
    if (!(error instanceof NoGit)) throw error;
    throw wrongUse(`${notThere}; to look for a revision of that name, Git has to be installed`);
  }
}

async function namesOfRevisions(folder: string): Promise<readonly string[]> {
  const names = await git(folder, ['for-each-ref', '--format=%(refname:short)']);
  return names.ok ? textOf(names).split('\n') : [];
}

function textOf(answer: GitAnswer & { readonly ok: true }): string {
  return answer.output.toString('utf8').trim();
}

function quoted(name: string): string {
  return `\`${plain(name)}\``;
}
