import { isOperationCancelled } from 'langium';
import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Answers a request of Poise's own editor. That one was called off is said as the protocol has it. */
export function answer<Params, Answer>(
  connection: Connection,
  method: string,
  handle: (params: Params, token: CancellationToken) => Promise<Answer>,
): void {
  connection.onRequest(method, async (...given: readonly unknown[]) => {
    // Where there are no parameters, the token is all that is given.
    const [params] = given.length > 1 ? given : [];
    try {
      return await handle(params as Params, given.at(-1) as CancellationToken);
    } catch (error) {
      if (!isOperationCancelled(error)) throw error;
      return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request has been cancelled.');
    }
  });
}
