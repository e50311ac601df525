import type { ast, PlaybookServices } from '@poise/language';
import { type LangiumDocument, URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { isLookedAt } from '../workspace/looked-at.ts';
import type { WorkspaceConfiguration } from '../workspace/workspace-configuration.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

interface Parts {
  readonly shared: LangiumSharedServices;
  readonly playbook: PlaybookServices;
  readonly configuration: WorkspaceConfiguration;
}

/** Which files there are to be compared: those that are looked at without being open, and none that was never saved. */
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
    const documents = this.workspace.documents().filter(({ uri }) => this.isLookedAt(uri));
    const byPath = documents.map((document) => [this.configuration.pathOf(document.uri), document] as const);
    return new Map(byPath.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** An earlier text of a file, parsed: nobody else gets to know of it. */
  parsed(path: string, text: string): Source {
    return this.factory.fromString(text, URI.from({ scheme: 'earlier', path: `/${path}` }));
  }

  /** Whether a file is one of them, or was, if it is no longer there. */
  isLookedAt(uri: URI): boolean {
    return isLookedAt(uri, this.manager);
  }
}
