import type { CompareParams } from '@poise/server/protocol';
import { Uri, workspace } from 'vscode';
import { ADDED, commitOf, NothingEarlier, type Repository } from './git.ts';

/** So many files are asked for at once. */
const AT_ONCE = 8;

/** What is in a tree without files, by how long the names of a repository's objects are: Git knows it by itself. */
const EMPTY_TREES: Readonly<Record<number, string>> = {
  40: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  64: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
};

interface Listing {
  readonly commit: string;
  /** The addresses of files that Git knows now and that are as they were; and of those that were there and are otherwise. */
  readonly same: ReadonlySet<string>;
  readonly others: readonly string[];
}

/** The playbooks of a revision: Git is asked which are otherwise, and for these alone, and only after something has happened in the repository. */
export class EarlierFiles {
  readonly repository: Repository;
  private readonly revision: string;
  private listing: Promise<Listing> | undefined;
  private readonly texts = new Map<string, string>();
  private textsOf: string | undefined;

  constructor(repository: Repository, revision: string) {
    this.repository = repository;
    this.revision = revision;
  }

  /** Something has happened in the repository. */
  forget(): void {
    this.listing = undefined;
  }

  /** @throws NothingEarlier where the revision isn't there */
  async read(): Promise<Pick<CompareParams, 'same' | 'others'>> {
    this.listing ??= this.list();
    const asked = this.listing;
    const { commit, same, others } = await asked.catch((error) => {
      if (this.listing === asked) this.listing = undefined;
      throw error;
    });
    if (this.textsOf !== commit) this.texts.clear();
    this.textsOf = commit;
    // What isn't saved is otherwise in the editor alone. Once it is saved, Git may take a moment to see it.
    const unsaved = workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString());
    const missing = [...others, ...unsaved.filter((uri) => same.has(uri))].filter((uri) => !this.texts.has(uri));
    await inLots(missing, async (uri) => {
      const text = await this.earlierText(commit, Uri.parse(uri));
      if (this.textsOf === commit) this.texts.set(uri, text);
    });
    return { same: [...same].filter((uri) => !this.texts.has(uri)), others: Object.fromEntries(this.texts) };
  }

  /** What a file said; nothing where it wasn't there. */
  async textOf(uri: Uri): Promise<string> {
    const { same, others } = await this.read();
    const text = others[uri.toString()];
    if (text !== undefined) return text;
    return same.includes(uri.toString()) ? new TextDecoder().decode(await workspace.fs.readFile(uri)) : '';
  }

  private async earlierText(commit: string, uri: Uri): Promise<string> {
    try {
      return await this.repository.show(commit, uri.fsPath);
    } catch {
      throw new NothingEarlier(
        `Git can’t read what \`${workspace.asRelativePath(uri)}\` said in \`${this.revision}\`: fetch all of the repository.`,
      );
    }
  }

  private async list(): Promise<Listing> {
    const commit = await commitOf(this.repository, this.revision);
    const [changes, known] = await Promise.all([
      this.repository.diffWith(commit),
      this.repository.diffWith(EMPTY_TREES[commit.length] ?? ''),
    ]);
    const touched = new Set(changes.flatMap(({ uri, originalUri }) => [uri.toString(), originalUri.toString()]));
    const present = known.map(({ uri }) => uri.toString());
    return {
      commit,
      same: new Set(present.filter((uri) => isCompared(uri) && !touched.has(uri))),
      others: changes
        .filter(({ status }) => status !== ADDED)
        .map(({ originalUri }) => originalUri.toString())
        .filter(isCompared),
    };
  }
}

function isCompared(uri: string): boolean {
  return uri.endsWith('.playbook') || uri.endsWith('/poise.json');
}

/** Does something with all of them, with several at once. */
async function inLots(all: readonly string[], work: (one: string) => Promise<void>): Promise<void> {
  const rest = all.values();
  const worker = async (): Promise<void> => {
    for (const one of rest) await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
