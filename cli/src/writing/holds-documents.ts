import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../cache/digest.ts';
import type { DocumentDigests } from '../cache/result-cache.ts';
import { isStaging } from './staging.ts';

/**
 * Whether a folder holds exactly what a build left there: each of its documents with the same content, and nothing unfinished. The index among them says
 * which documents there are, so that none of another build can be left.
 */
export function holdsDocuments(folder: string, documents: DocumentDigests): boolean {
  try {
    if (readdirSync(folder).some(isStaging)) return false;
    return [...documents].every(([name, digest]) => sha256(readFileSync(join(folder, name))) === digest);
  } catch {
    return false;
  }
}
