import { DefaultLanguageServer } from 'langium/lsp';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver';
import { CODE_ACTION_KINDS } from './code-actions/provider.ts';

/** Tells an editor what the server can do: what Langium has services for, and what is answered without. */
export class DeclaringLanguageServer extends DefaultLanguageServer {
  protected override buildInitializeResult(parameters: InitializeParams): InitializeResult {
    const result = super.buildInitializeResult(parameters);
    const codeActionProvider = { codeActionKinds: [...CODE_ACTION_KINDS], resolveProvider: true };
    const codeLensProvider = { resolveProvider: true };
    const workspace = {
      ...result.capabilities.workspace,
      workspaceFolders: { supported: true, changeNotifications: true },
    };
    const more = { codeActionProvider, codeLensProvider, selectionRangeProvider: true, workspace };
    return { ...result, capabilities: { ...result.capabilities, ...more } };
  }
}
