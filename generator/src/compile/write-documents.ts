import type { PlaybookIndex } from '@poise/runtime';
import { type Validate, validateIndex, validatePlaybook } from '@poise/runtime';
import type { OutputFile } from '../compilation.ts';
import { canonicalText, type Digest, hashOf } from './canonical.ts';
import { documentOf, FORMAT } from './document.ts';
import type { CompiledPlaybook } from './playbook.ts';

/**
 * The files to write for compiled playbooks: one each, then the index.
 *
 * @throws Error if a document isn't what the schema says: a fault of the compiler, never of the author
 */
export function writeDocuments(playbooks: readonly CompiledPlaybook[], digest: Digest): OutputFile[] {
  const documents = [...playbooks]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((compiled) => {
      const playbook = documentOf(compiled, digest);
      mustBeValid(validatePlaybook, playbook, playbook.id);
      return { playbook, name: `${playbook.id}.json`, text: canonicalText(playbook) };
    });
  const index: PlaybookIndex = {
    format: FORMAT,
    playbooks: documents.map(({ playbook, name, text }) => ({
      id: playbook.id,
      title: playbook.title,
      version: playbook.version,
      status: playbook.status,
      file: name,
      hash: hashOf(text, digest),
      hashes: playbook.hashes,
      requires: playbook.requires,
    })),
  };
  mustBeValid(validateIndex, index, 'index');
  return [...documents.map(({ name, text }) => ({ name, text })), { name: 'index.json', text: canonicalText(index) }];
}

function mustBeValid(validate: Validate, document: object, name: string): void {
  if (validate(document)) return;
  const [error] = validate.errors ?? [];
  throw new Error(
    `the compiled ${name} doesn't fit the schema at ${error?.instancePath ?? '/'}: ${error?.message ?? 'unknown'}`,
  );
}
