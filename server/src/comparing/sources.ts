import type { ast, PlaybookServices } from '@poise/language';
import { type FileSystemNode, type LangiumDocument, URI, UriUtils } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { WorkspaceConfiguration } from '../workspace/workspace-configuration.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

interface Parts {
  readonly shared: LangiumSharedServices;
  readonly playbook: PlaybookServices;
  readonly configuration: WorkspaceConfiguration;
}

/** Which files there are to be compared: those of the open folders, and none that was never saved. */
export class ComparedSources {
  private readonly manager: LangiumSharedServices['workspace']['WorkspaceManager'];
  private readonly factory: LangiumSharedServices['workspace']['LangiumDocumentFactory'];
  private readonly workspace: PlaybookServices['Workspace'];
  private readonly configuration: WorkspaceConfiguration;

  constructor({ shared, playbook, configuration }: Parts) {
    this.manager = shared.workspace.WorkspaceManager;
    this.factory = shared.workspace.LangiumDocumentFactory;
    this.workspace = playbook.Workspace;
    this.configuration = configuration;
  }

  /** The present files, by their paths from the root, in order. */
  present(): ReadonlyMap<string, Source> {
    const documents = this.workspace.documents().filter(({ uri }) => this.folderOf(uri));
    const byPath = documents.map((document) => [this.configuration.pathOf(document.uri), document] as const);
    return new Map(byPath.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** An earlier text of a file, parsed: nobody else gets to know of it. */
  parsed(path: string, text: string): Source {
    return this.factory.fromString(text, URI.from({ scheme: 'earlier', path: `/${path}` }));
  }

  /** Whether a file that is no longer there would have been looked at: it lay in an open folder, and in none that is left out. */
  wouldBeListed(uri: URI): boolean {
    const folder = this.folderOf(uri);
    if (!folder) return false;
    for (let at = uri; !UriUtils.equals(at, folder); at = UriUtils.dirname(at)) {
      const isFile = at === uri;
      const node: FileSystemNode = { uri: at, isFile, isDirectory: !isFile };
      if (!this.manager.shouldIncludeEntry(node)) return false;
    }
    return true;
  }

  private folderOf(uri: URI): string | undefined {
    return this.manager.workspaceFolders?.find((folder) => UriUtils.contains(folder.uri, uri))?.uri;
  }
}
