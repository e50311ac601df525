import { type LangiumDocument, type URI, UriUtils } from 'langium';
import { finding } from '../findings/catalogue.ts';
import type { Finding, FindingText } from '../findings/finding.ts';
import { nearest } from '../findings/words.ts';
import type * as ast from '../generated/ast.ts';
import { documentOf } from '../linking/files.ts';
import { stringValue } from '../parsing/strings.ts';
import { rangeOf } from './places.ts';

/** Why a file that is to be used isn't there. One that can't be read has its own finding. */
export type Absence = 'not-a-playbook' | 'outside' | 'missing';

/**
 * What is wrong with a `use` line whose file isn't there. Only whoever reads files can say so: a check sees none but those that have been read.
 *
 * @param files those that there are: one of them may have been meant
 */
export function absentUse(use: ast.Use, absence: Absence, files: readonly URI[]): Finding {
  const text = wordsFor(documentOf(use), stringValue(use.path), absence, files);
  return { ...text, range: rangeOf({ node: use, property: 'path' }), related: [] };
}

function wordsFor(from: LangiumDocument, path: string, absence: Absence, files: readonly URI[]): FindingText {
  switch (absence) {
    case 'not-a-playbook':
      return finding('use-not-a-playbook', {
        path,
        ...(!/\.\w+$/.test(path) && { suggestion: withEnding(from, path, files) }),
      });
    case 'outside':
      return finding('use-outside-workspace', { path });
    case 'missing': {
      const suggestion = similarPath(from, path, files);
      return finding('use-not-found', { path, ...(suggestion !== undefined && { suggestion }) });
    }
  }
}

/** What a file may have meant by a path that leads nowhere: one spelt alike, or a file of the same name in another folder. */
function similarPath(from: LangiumDocument, path: string, files: readonly URI[]): string | undefined {
  const folder = UriUtils.dirname(from.uri);
  const candidates = files
    .filter((other) => !UriUtils.equals(other, from.uri))
    .map((other) => UriUtils.relative(folder, other));
  return nearest(path, candidates) ?? candidates.find((candidate) => baseName(candidate) === baseName(path));
}

/** What a path without an ending most likely stands for. */
function withEnding(from: LangiumDocument, path: string, files: readonly URI[]): string {
  return similarPath(from, `${path}.playbook`, files) ?? `${path}.playbook`;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
