import { type PlaybookServices, rangeOf, stringValue, type Workspace } from '@poise/language';
import { Cancellation, URI, UriUtils } from 'langium';
import type { FileOperationHandler, LangiumSharedServices } from 'langium/lsp';
import type {
  FileOperationOptions,
  FileRename,
  RenameFilesParams,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { untilAllChecked } from '../../workspace/all-checked.ts';
import { type FileEdits, WorkspaceEdits } from '../workspace-edits.ts';

/** Lets `use` lines follow the files that they name, before files or folders are moved: those of others, and those of the moved files themselves. */
export class FileFollower implements FileOperationHandler {
  readonly fileOperationOptions: FileOperationOptions = {
    willRename: {
      filters: [
        { pattern: { glob: '**/*.playbook', matches: 'file' } },
        { pattern: { glob: '**/*', matches: 'folder' } },
      ],
    },
  };
  private readonly services: LangiumSharedServices;
  private readonly edits: WorkspaceEdits;

  constructor(services: LangiumSharedServices) {
    this.services = services;
    this.edits = new WorkspaceEdits(services);
  }

  async willRenameFiles({ files }: RenameFilesParams): Promise<WorkspaceEdit | null> {
    const [playbook] = this.services.ServiceRegistry.all as readonly PlaybookServices[];
    if (!playbook) return null;
    // Langium asks at once. What hasn't been read yet would go on using the old name.
    await untilAllChecked({ shared: this.services, playbook }, Cancellation.CancellationToken.None);
    const changed = followed(playbook.Workspace, files);
    return changed.length === 0 ? null : this.edits.of(changed);
  }
}

function followed(workspace: Workspace, files: readonly FileRename[]): FileEdits[] {
  return workspace.documents().flatMap((document) => {
    const folder = UriUtils.dirname(movedTo(document.uri, files));
    const edits = workspace.usesOf(document).flatMap(({ use, uri }): TextEdit[] => {
      const target = movedTo(uri, files);
      if (
        use.path === undefined ||
        UriUtils.equals(UriUtils.resolvePath(folder, stringValue(use.path).toWellFormed()), target)
      )
        return [];
      return [{ range: rangeOf({ node: use, property: 'path' }), newText: `"${UriUtils.relative(folder, target)}"` }];
    });
    return edits.length === 0 ? [] : [{ uri: document.uri.toString(), edits }];
  });
}

/** Where a file lies when these files and folders have been moved. */
function movedTo(uri: URI, files: readonly FileRename[]): URI {
  const { path } = uri;
  for (const { oldUri, newUri } of files) {
    const [from, to] = [URI.parse(oldUri), URI.parse(newUri)];
    if (path === from.path) return to;
    const folder = from.path.replace(/\/?$/, '/');
    if (path.startsWith(folder)) return to.with({ path: to.path.replace(/\/?$/, '/') + path.slice(folder.length) });
  }
  return uri;
}
