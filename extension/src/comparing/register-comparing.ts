import { commands, EventEmitter, type Tab, TabInputCustom, Uri, ViewColumn, window, workspace } from 'vscode';
import { LANGUAGE } from '../language.ts';
import type { Poise } from '../poise.ts';
import { chosenRevision } from './choose-revision.ts';
import { type Compared, Comparison } from './comparison.ts';
import { commitOf, endingFor, HEAD, NothingEarlier, nameFor, type Repository, repositoryOf } from './git.ts';

/** Pages, and the sources of earlier versions that they lead to: `package.json` says that pages are opened as previews. */
const SCHEME = 'poise-compare';

/** `Poise: Compare behaviour with …`: a page of what has become of the playbooks, which goes along with what is typed. */
export function registerComparing(poise: Poise): void {
  const { context } = poise;
  const changed = new EventEmitter<Uri>();
  const open = new Map<string, Comparison>();

  const comparisonAt = (page: Uri): Comparison => {
    const key = page.toString();
    const known = open.get(key) ?? new Comparison(comparedAt(page), poise, () => changed.fire(page));
    open.set(key, known);
    return known;
  };

  const compare = async (choose: (repository: Repository) => Promise<string | undefined>): Promise<void> => {
    try {
      const folder = folderToCompare();
      if (!folder) throw new NothingEarlier('Open the folder of your playbooks first: then you can compare them.');
      const repository = await repositoryOf(folder);
      const revision = await choose(repository);
      if (revision === undefined) return;
      await commitOf(repository, revision);
      await showPage(addressOf({ revision, folder: folder.toString() }));
    } catch (error) {
      if (!(error instanceof NothingEarlier)) throw error;
      void window.showInformationMessage(error.message);
    }
  };

  context.subscriptions.push(
    changed,
    {
      dispose: () => {
        for (const comparison of open.values()) comparison.dispose();
      },
    },
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) =>
        uri.path.endsWith('.md')
          ? comparisonAt(uri).text()
          : comparisonAt(addressOf(comparedAt(uri))).earlierText(pathOf(uri)),
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme !== SCHEME) return;
      open.get(uri.toString())?.dispose();
      open.delete(uri.toString());
    }),
    commands.registerCommand('poise.compareWithLastCommit', () => compare(async () => HEAD)),
    // Whoever gives it a key may name the revision there.
    commands.registerCommand('poise.compareWith', (revision?: unknown) =>
      compare(typeof revision === 'string' ? async () => revision : chosenRevision),
    ),
  );
}

/** Where somebody is at work: the folder of the playbook that is open in the editor, else the first one. */
function folderToCompare(): Uri | undefined {
  const { document } = window.activeTextEditor ?? {};
  const own = document?.languageId === LANGUAGE ? workspace.getWorkspaceFolder(document.uri) : undefined;
  return (own ?? workspace.workspaceFolders?.[0])?.uri;
}

/** Shows a page where there already is one, else beside the text. Where pages are by themselves, the place is locked: so their links open where the text is, and not over them. */
async function showPage(page: Uri): Promise<void> {
  const { activeTextEditor, tabGroups } = window;
  const shown = tabGroups.all.find(({ tabs }) => tabs.some(isPage));
  const viewColumn = shown?.viewColumn ?? (activeTextEditor ? ViewColumn.Beside : ViewColumn.Active);
  await commands.executeCommand('vscode.open', page, { viewColumn, preview: false });
  if (viewColumn === ViewColumn.Beside && tabGroups.activeTabGroup.tabs.every(isPage))
    await commands.executeCommand('workbench.action.lockEditorGroup');
}

function isPage({ input }: Tab): boolean {
  return input instanceof TabInputCustom && input.uri.scheme === SCHEME;
}

/** The address of a page: it says all that the page rests on, so that it can be opened again. */
function addressOf({ revision, folder }: Compared): Uri {
  const query = new URLSearchParams({ revision, folder }).toString();
  return Uri.from({ scheme: SCHEME, path: `/Changes since ${nameFor(revision)}.md`, query });
}

/** The path of an earlier source, which its address says with the version behind it: that is what a tab shows. */
function pathOf(earlier: Uri): string {
  return earlier.path.slice(0, -endingFor(comparedAt(earlier).revision).length);
}

function comparedAt({ query }: Uri): Compared {
  const said = new URLSearchParams(query);
  return { revision: said.get('revision') ?? HEAD, folder: said.get('folder') ?? '' };
}
