import { PLAY_SCENARIOS, type PlayScenariosAnswer, type PlayScenariosParams } from '@poise/server/protocol';
import type { CancellationToken } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ask } from '../client/ask.ts';
import { onBuilt } from '../client/built.ts';

/** Plays scenarios as the files are now: while one of them is being read, that is waited for. There is no answer once nobody wants one. */
export async function play(
  client: BaseLanguageClient,
  params: PlayScenariosParams,
  token: CancellationToken,
): Promise<PlayScenariosAnswer | undefined> {
  while (!token.isCancellationRequested) {
    const { promise: changed, resolve } = Promise.withResolvers<void>();
    const listeners = [onBuilt(client)(() => resolve()), token.onCancellationRequested(() => resolve())];
    try {
      const answer = await ask<PlayScenariosAnswer>(client, PLAY_SCENARIOS, params);
      if (answer) return answer;
      await changed;
    } finally {
      for (const listener of listeners) listener.dispose();
    }
  }
  return undefined;
}
