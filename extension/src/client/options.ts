import { LENS_COMMANDS } from '@poise/server/protocol';
import { workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { addressOfPage, codeOf } from '../findings/explain.ts';
import { LANGUAGE } from '../language.ts';
import { crashHandler } from './crashes.ts';

/**
 * What the client asks the language server for: the same on a desktop and in a browser.
 *
 * @param client is asked for once the client is there
 */
export function clientOptions(client: () => BaseLanguageClient): LanguageClientOptions {
  // Where folders lie, and what has not been saved yet. An older version beside the newest, as when comparing, is no second playbook of the same name.
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  const schemes = new Set(['file', 'untitled', ...folders]);
  return {
    documentSelector: [...schemes].map((scheme) => ({ language: LANGUAGE, scheme })),
    diagnosticCollectionName: LANGUAGE,
    initializationOptions: { [LENS_COMMANDS]: true },
    errorHandler: crashHandler(client),
    middleware: {
      // A click on the code of a finding opens its page, which the extension has with it.
      handleDiagnostics: (uri, diagnostics, next) => {
        for (const diagnostic of diagnostics) {
          const value = codeOf(diagnostic);
          diagnostic.code = { value, target: addressOfPage(value) };
        }
        next(uri, diagnostics);
      },
    },
  };
}
