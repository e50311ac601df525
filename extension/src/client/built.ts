import { BUILT } from '@poise/server/protocol';
import { type Event, EventEmitter } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

const emitters = new WeakMap<BaseLanguageClient, EventEmitter<void>>();

/** Tells of each build of the server. A client takes one listener for a notification, and here there are several who want to know. */
export function onBuilt(client: BaseLanguageClient): Event<void> {
  let emitter = emitters.get(client);
  if (!emitter) {
    const made = new EventEmitter<void>();
    client.onNotification(BUILT, () => made.fire());
    emitters.set(client, made);
    emitter = made;
  }
  return emitter.event;
}
