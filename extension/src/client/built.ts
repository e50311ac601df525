import { BUILT, type Built } from '@poise/server/protocol';
import { type Event, EventEmitter } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

const emitters = new WeakMap<BaseLanguageClient, EventEmitter<Built>>();

/** Tells of each build of the server. A client takes one listener for a notification, and here there are several who want to know. */
export function onBuilt(client: BaseLanguageClient): Event<Built> {
  let emitter = emitters.get(client);
  if (!emitter) {
    const made = new EventEmitter<Built>();
    client.onNotification(BUILT, (built: Built) => made.fire(built));
    emitters.set(client, made);
    emitter = made;
  }
  return emitter.event;
}
