import type { PlayedScenario } from '@poise/server/protocol';
import type { DebugProtocol } from '@vscode/debugprotocol';
import {
  CancellationTokenSource,
  type DebugAdapter,
  DebugAdapterInlineImplementation,
  type DebugProtocolMessage,
  type Disposable,
  debug,
  EventEmitter,
  Uri,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { mistakesWords } from '../failure-words.ts';
import { play } from '../play.ts';
import { find } from '../same-title.ts';
import { type Launch, STEP_THROUGH } from './launch.ts';
import { Stepper } from './stepper.ts';

/** Answers Visual Studio Code's debugger, in the extension itself: there is no process to be debugged, so that it is the same in a browser. */
export function registerDebugger(client: BaseLanguageClient): Disposable {
  return debug.registerDebugAdapterDescriptorFactory(STEP_THROUGH, {
    createDebugAdapterDescriptor: () => new DebugAdapterInlineImplementation(stepperFor(client)),
  });
}

function stepperFor(client: BaseLanguageClient): DebugAdapter {
  const messages = new EventEmitter<DebugProtocolMessage>();
  const stopping = new CancellationTokenSource();
  const stepper = new Stepper({
    play: (launch) => playOne(client, launch, stopping),
    uriOf,
    send: (message) => messages.fire(message),
  });
  return {
    onDidSendMessage: messages.event,
    handleMessage: (message) => void stepper.take(message as DebugProtocol.Request),
    dispose: () => {
      stopping.cancel();
      stopping.dispose();
      messages.dispose();
    },
  };
}

async function playOne(
  client: BaseLanguageClient,
  { playbook, scenario: title, nth = 0 }: Launch,
  { token }: CancellationTokenSource,
): Promise<PlayedScenario> {
  const answer = await play(client, { uri: uriOf(playbook), titles: [title], withoutCoverage: true }, token);
  if (answer?.kind === 'mistaken') throw new Error(mistakesWords(answer));
  const played = answer && find({ title, nth }, answer.scenarios);
  if (!played) throw new Error(`There is no scenario “${title}” in this playbook.`);
  return played;
}

/** A path has no scheme, but may have the letter of a drive. It leads to where the folder that is open is, which needn't be on this machine. */
function uriOf(path: string): string {
  if (/^[\w+.-]{2,}:/.test(path)) return Uri.parse(path).toString();
  const [folder] = workspace.workspaceFolders ?? [];
  const elsewhere = folder && folder.uri.scheme !== 'file' ? folder.uri : undefined;
  return (elsewhere?.with({ path }) ?? Uri.file(path)).toString();
}
