/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { createCompiler, type SourceHost } from '@poise/generator';
import type { Event, Opening } from '@poise/runtime';
import { sha256 } from '../../cli/src/cache/digest.ts';
import { TODAY } from '../today.ts';

/** One conversation, from its opening on. */
export interface Story {
  readonly opening: Opening;
  readonly events: readonly Event[];
}

/** All that is shipped: the compiled playbooks, as texts, and what happens in their scenarios. */
export interface ConversationWorkload {
  readonly documents: readonly string[];
  readonly stories: readonly Story[];
}

const ROOT = new URL('../../', import.meta.url);
const INDEX = 'index.json';

/** Compiles the shipped playbooks and their scenarios. @throws Error where something is wrong with them */
export async function shippedConversations(): Promise<ConversationWorkload> {
  const texts = shippedTexts();
  const host: SourceHost = {
    read: async (path) => {
      const text = texts.get(path);
      return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
    },
  };
  const options = { today: TODAY, digest: sha256 };
  const { outputs, scenarios } = await createCompiler().compile([...texts.keys()], host, options);
  const documents = outputs.filter(({ name }) => name !== INDEX).map(({ text }) => text);
  if (documents.length === 0) throw new Error('the shipped playbooks have errors');
  const stories = scenarios.flatMap((playbook) =>
    playbook.scenarios.map(({ opening, items }) => ({
      opening,
      events: items.flatMap((item) => (item.kind === 'event' ? [item.event] : [])),
    })),
  );
  return { documents, stories };
}

function shippedTexts(): ReadonlyMap<string, string> {
  const paths = readdirSync(new URL('playbooks/', ROOT), { recursive: true, encoding: 'utf8' })
    .map((path) => `playbooks/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.playbook'));
  return new Map(paths.sort().map((path) => [path, readFileSync(new URL(path, ROOT), 'utf8')]));
}
