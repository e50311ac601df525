import {
  type AstNode,
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  type DefaultSharedCoreModuleContext,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  type LangiumSharedCoreServices,
  type Module,
  type PartialLangiumCoreServices,
} from 'langium';
import type { Check } from './checks/check.ts';
import { PlaybookValidator } from './checks/validator.ts';
import { PlaybookGeneratedModule, PlaybookGeneratedSharedModule } from './generated/module.ts';
import { PlaybookDocuments } from './linking/documents.ts';
import { PlaybookScopeComputation } from './linking/exports.ts';
import { PlaybookIndexManager } from './linking/index-manager.ts';
import { PlaybookLinker } from './linking/linker.ts';
import { PlaybookScopeProvider } from './linking/scope.ts';
import { Workspace } from './linking/workspace.ts';
import { PlaybookLexer } from './parsing/lexer.ts';
import { PlaybookLookahead } from './parsing/lookahead.ts';
import { PlaybookParserErrors } from './parsing/parser-errors.ts';
import { createQuickParser } from './parsing/quick-start.ts';
import { recoverByLine } from './parsing/recovery.ts';
import { PlaybookValueConverter } from './parsing/values.ts';
import { NoteProvider } from './structure/notes.ts';

/** What the checks are told by whoever runs them. */
export interface CheckSettings {
  /** The day on which the checks are made, `YYYY-MM-DD`. */
  readonly today?: string | undefined;
  /** The language that the playbooks are written in (BCP 47), `en-GB`. */
  readonly locale?: string | undefined;
  /** The workspace's usual currency (ISO 4217), `GBP`: for amounts that a message proposes. */
  readonly currency?: string | undefined;
  /** Checks of whoever knows more than the language does: each looks at every node. */
  readonly moreChecks?: readonly Check<AstNode>[];
}

/** The services of the language beyond Langium's. */
export interface PlaybookAddedServices {
  readonly Workspace: Workspace;
  readonly settings: CheckSettings;
  readonly parser: { readonly Lexer: PlaybookLexer; readonly Lookahead: PlaybookLookahead };
  readonly validation: { readonly DocumentValidator: PlaybookValidator };
}

export type PlaybookServices = LangiumCoreServices & PlaybookAddedServices;
export interface PlaybookLanguage {
  readonly shared: LangiumSharedCoreServices;
  readonly playbook: PlaybookServices;
}

/** The language's own services, beside Langium's and the generated ones. */
export function playbookModule(
  settings: CheckSettings,
): Module<PlaybookServices, PartialLangiumCoreServices & PlaybookAddedServices> {
  return {
    settings: () => settings,
    Workspace: (services) => new Workspace(services.shared),
    parser: {
      LangiumParser: (services) => recoverByLine(createQuickParser(services, services.parser.Lookahead)),
      Lexer: (services) => new PlaybookLexer(services),
      Lookahead: (services) => new PlaybookLookahead(services.parser.Lexer.definition),
      ParserConfig: (services) => ({ lookaheadStrategy: services.parser.Lookahead }),
      ParserErrorMessageProvider: () => new PlaybookParserErrors(),
      ValueConverter: () => new PlaybookValueConverter(),
    },
    references: {
      Linker: (services) => new PlaybookLinker(services),
      ScopeProvider: (services) => new PlaybookScopeProvider(services, services.Workspace),
      ScopeComputation: (services) => new PlaybookScopeComputation(services),
    },
    documentation: {
      DocumentationProvider: () => new NoteProvider(),
    },
    validation: {
      DocumentValidator: (services) => new PlaybookValidator(services),
    },
  };
}

/** The same for the services that all languages of a workspace would share. */
export const playbookSharedModule = {
  workspace: {
    IndexManager: (services: LangiumSharedCoreServices) => new PlaybookIndexManager(services),
    LangiumDocuments: (services: LangiumSharedCoreServices) => new PlaybookDocuments(services),
  },
};

/** The language without any editor: it parses, links and checks what it is given. */
export function createPlaybookLanguage(
  settings: CheckSettings,
  context: DefaultSharedCoreModuleContext = EmptyFileSystem,
): PlaybookLanguage {
  const shared = inject(createDefaultSharedCoreModule(context), PlaybookGeneratedSharedModule, playbookSharedModule);
  const playbook = inject(createDefaultCoreModule({ shared }), PlaybookGeneratedModule, playbookModule(settings));
  shared.ServiceRegistry.register(playbook);
  return { shared, playbook };
}
