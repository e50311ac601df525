import { cursorAt, formsAt, type PlaybookServices } from '@poise/language';
import type { LangiumDocument } from 'langium';
import type { SignatureHelpProvider } from 'langium/lsp';
import type { SignatureHelp, SignatureHelpOptions, SignatureHelpParams } from 'vscode-languageserver';

/** Shows how the line is written that the cursor is in, and which part of it comes next: by the text as it is, never waiting for the workspace. */
export class LineForms implements SignatureHelpProvider {
  private readonly services: PlaybookServices;

  constructor(services: PlaybookServices) {
    this.services = services;
  }

  get signatureHelpOptions(): SignatureHelpOptions {
    return { triggerCharacters: [' '], retriggerCharacters: [','] };
  }

  provideSignatureHelp(
    { textDocument }: LangiumDocument,
    { position }: SignatureHelpParams,
  ): SignatureHelp | undefined {
    const place = cursorAt(textDocument.getText(), textDocument.offsetAt(position), this.services);
    const forms = formsAt(place);
    if (forms.length === 0) return undefined;
    return {
      signatures: forms.map(({ shown, says, parts, active }) => ({
        label: shown,
        documentation: says,
        parameters: parts.map(({ start, end }) => ({ label: [start, end] })),
        activeParameter: active,
      })),
      activeSignature: 0,
      activeParameter: forms[0]?.active ?? 0,
    };
  }
}
