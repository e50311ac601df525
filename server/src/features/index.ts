import type { PlaybookServices } from '@poise/language';
import type { LangiumServices, LangiumSharedServices } from 'langium/lsp';
import { DeclaringLanguageServer } from './capabilities.ts';
import { ActionProvider } from './code-actions/provider.ts';
import { LensFinder } from './code-lenses/provider.ts';
import { PlaybookCompletionProvider } from './completion/provider.ts';
import { UseLinks } from './document-links.ts';
import { WayFinder } from './finding/call-hierarchy.ts';
import { DefinitionFinder } from './finding/definition.ts';
import { ImplementationFinder } from './finding/implementation.ts';
import { ReferenceFinder } from './finding/references.ts';
import { FoldFinder } from './folding.ts';
import { PlaybookFormatter } from './formatting.ts';
import { ReadingHover } from './hover.ts';
import { WhatFollows } from './inlay-hints/provider.ts';
import { FileFollower } from './renaming/files.ts';
import { Renamer } from './renaming/names.ts';
import { NameColours } from './semantic-tokens/provider.ts';
import { LineForms } from './signature-help.ts';
import { DocumentSymbolFinder } from './symbols/document-symbols.ts';
import { WorkspaceSymbolFinder } from './symbols/workspace-symbols.ts';

/** What the server does for an editor at a place of a file, each in a file of its own here: Langium asks these services. */
export const editingFeatures = {
  lsp: {
    CallHierarchyProvider: (services: PlaybookServices) => new WayFinder(services),
    CodeActionProvider: (services: PlaybookServices & LangiumServices) => new ActionProvider(services),
    CodeLensProvider: (services: PlaybookServices & LangiumServices) => new LensFinder(services),
    CompletionProvider: (services: PlaybookServices & LangiumServices) => new PlaybookCompletionProvider(services),
    DeclarationProvider: (services: PlaybookServices) => new DefinitionFinder(services),
    DefinitionProvider: (services: PlaybookServices) => new DefinitionFinder(services),
    DocumentHighlightProvider: (services: PlaybookServices) => new ReferenceFinder(services),
    DocumentLinkProvider: (services: PlaybookServices) => new UseLinks(services),
    DocumentSymbolProvider: () => new DocumentSymbolFinder(),
    FoldingRangeProvider: () => new FoldFinder(),
    Formatter: (services: PlaybookServices) => new PlaybookFormatter(services),
    HoverProvider: (services: PlaybookServices) => new ReadingHover(services),
    ImplementationProvider: (services: PlaybookServices) => new ImplementationFinder(services),
    InlayHintProvider: () => new WhatFollows(),
    ReferencesProvider: (services: PlaybookServices) => new ReferenceFinder(services),
    RenameProvider: (services: PlaybookServices & LangiumServices) => new Renamer(services),
    SemanticTokenProvider: (services: PlaybookServices & LangiumServices) => new NameColours(services),
    SignatureHelp: (services: PlaybookServices) => new LineForms(services),
  },
};

/** What it does for the workspace as a whole, and what it says of itself. */
export const workspaceFeatures = {
  lsp: {
    FileOperationHandler: (services: LangiumSharedServices) => new FileFollower(services),
    LanguageServer: (services: LangiumSharedServices) => new DeclaringLanguageServer(services),
    WorkspaceSymbolProvider: (services: LangiumSharedServices) => new WorkspaceSymbolFinder(services),
  },
};
