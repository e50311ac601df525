import { type BaseLanguageClient, LSPErrorCodes, ResponseError } from 'vscode-languageclient';

/** Asks the language server something of our own. There is no answer while a file is being read: the server tells of the build that follows. */
export async function ask<Answer>(
  client: BaseLanguageClient,
  method: string,
  params: object,
): Promise<Answer | undefined> {
  try {
    return await client.sendRequest<Answer>(method, params);
  } catch (error) {
    if (error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified) return undefined;
    throw error;
  }
}
