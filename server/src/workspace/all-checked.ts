import { isRead, type PlaybookServices, type Workspace } from '@poise/language';
import { DocumentState, delayNextTick, interruptAndCheck, URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { CancellationToken } from 'vscode-languageserver';

/** Where files are, and what they mean. */
export interface WorkspaceParts {
  readonly shared: LangiumSharedServices;
  readonly playbook: PlaybookServices;
}

/** The versions of workspaces of which all files have been checked: each is asked about many times over. */
const checkedVersions = new WeakMap<Workspace, number>();

/**
 * Waits until all files have been read and checked as they are now. What was asked of some of them before would be settled too early.
 *
 * @throws OperationCancelled as soon as the token says so
 */
export async function untilAllChecked(parts: WorkspaceParts, token: CancellationToken): Promise<void> {
  const { Workspace } = parts.playbook;
  const { DocumentBuilder, WorkspaceManager } = parts.shared.workspace;
  await WorkspaceManager.ready;
  while (!isAllChecked(parts)) {
    await DocumentBuilder.waitUntil(DocumentState.Validated, token);
    // Of an edit that has just been told the build doesn't know yet.
    await delayNextTick();
    await interruptAndCheck(token);
  }
  checkedVersions.set(Workspace, Workspace.version);
}

function isAllChecked({ shared, playbook }: WorkspaceParts): boolean {
  const { Workspace } = playbook;
  const { LangiumDocuments, TextDocuments } = shared.workspace;
  // One that has just been opened or edited is still what it was before, until the next build begins.
  const isTakenUp = (key: string): boolean => {
    const uri = URI.parse(key);
    const document = shared.ServiceRegistry.hasServices(uri) ? LangiumDocuments.getDocument(uri) : undefined;
    return !document || document.parseResult.value.$cstNode?.root.fullText === TextDocuments.get(key)?.getText();
  };
  if (!TextDocuments.keys().every(isTakenUp)) return false;
  if (checkedVersions.get(Workspace) === Workspace.version) return true;
  return Workspace.documents().every((document) => document.state >= DocumentState.Validated && isRead(document));
}
