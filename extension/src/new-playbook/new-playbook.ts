import { spelledAsName } from '@poise/language/names';
import { FRAMEWORKS, type FrameworkOffer } from '@poise/server/protocol';
import { commands, type QuickPickItem, SnippetString, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { LANGUAGE } from '../language.ts';
import type { Poise } from '../poise.ts';
import { relativePath } from './relative-path.ts';
import { skeletonOf } from './skeleton.ts';
import { problemWithTitle } from './title.ts';

export const NEW_PLAYBOOK = 'poise.newPlaybook';

const TITLE = 'New playbook';
const OPEN_FOLDER = 'Open a folder';

/** `Poise: New playbook`: asks what it is about and what it follows, and opens it with gaps to be filled in. */
export function registerNewPlaybook(poise: Poise): void {
  poise.context.subscriptions.push(commands.registerCommand(NEW_PLAYBOOK, () => newPlaybook(poise)));
}

async function newPlaybook({ client }: Poise): Promise<void> {
  const folder = await folderForPlaybooks();
  if (!folder) return openFolder();
  const title = await window.showInputBox({
    title: TITLE,
    prompt: 'What is the conversation about?',
    placeHolder: 'Late delivery',
    ignoreFocusOut: true,
    validateInput: (words) => problemWith(words, folder),
  });
  if (title === undefined) return;
  const chosen = await chooseFramework(await client.sendRequest<readonly FrameworkOffer[]>(FRAMEWORKS));
  if (!chosen) return;
  const uri = fileFor(title, folder);
  const { offer } = chosen;
  const framework = offer && { offer, path: relativePath(folder.path, Uri.parse(offer.uri).path) };
  const edit = new WorkspaceEdit();
  edit.createFile(uri);
  if (!(await workspace.applyEdit(edit))) return;
  const editor = await window.showTextDocument(uri);
  await editor.insertSnippet(new SnippetString(skeletonOf({ title, ...(framework && { framework }) })));
}

async function openFolder(): Promise<void> {
  const chosen = await window.showInformationMessage('Playbooks live in a folder. Open it first.', OPEN_FOLDER);
  if (chosen) await commands.executeCommand('workbench.action.files.openFolder');
}

/** Beside the playbook that is being looked at; else where the others are. */
async function folderForPlaybooks(): Promise<Uri | undefined> {
  const active = window.activeTextEditor?.document;
  if (active?.languageId === LANGUAGE && workspace.getWorkspaceFolder(active.uri))
    return Uri.joinPath(active.uri, '..');
  const root = workspace.workspaceFolders?.[0]?.uri;
  if (!root) return undefined;
  const usual = Uri.joinPath(root, 'playbooks');
  return (await exists(usual)) ? usual : root;
}

function fileFor(title: string, folder: Uri): Uri {
  return Uri.joinPath(folder, `${spelledAsName(title)}.playbook`);
}

async function problemWith(title: string, folder: Uri): Promise<string | undefined> {
  const problem = problemWithTitle(title);
  if (problem !== undefined) return problem;
  const file = fileFor(title, folder);
  return (await exists(file)) ? `There is a file called ${spelledAsName(title)}.playbook already.` : undefined;
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** @returns `undefined` if nothing was chosen; without an offer, it follows none */
async function chooseFramework(
  offers: readonly FrameworkOffer[],
): Promise<{ readonly offer?: FrameworkOffer } | undefined> {
  if (offers.length === 0) return {};
  const items: (QuickPickItem & { readonly offer?: FrameworkOffer })[] = offers.map((offer) => ({
    label: offer.title,
    detail: offer.stages.map(({ title }) => title).join(' → '),
    offer,
  }));
  items.push({ label: 'No framework', detail: 'One step to begin with.' });
  return window.showQuickPick(items, {
    title: TITLE,
    placeHolder: 'Which framework does it follow? It gets a step for each stage.',
    ignoreFocusOut: true,
  });
}
