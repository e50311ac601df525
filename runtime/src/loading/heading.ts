import { CAPABILITIES } from './capabilities.ts';
import { Path } from './path.ts';
import type { Report } from './problems.ts';

const MAJOR = '1';
const KNOWN: ReadonlySet<string> = new Set(CAPABILITIES);

/**
 * Whether a document is of a version that this engine reads, whole, and asks nothing that can't be done. That comes before the schema: a document
 * of a later version may have parts that the schema of this one doesn't know.
 */
export function checkHeading(
  document: Readonly<Record<string, unknown>>,
  capabilities: ReadonlySet<string>,
  report: Report,
): boolean {
  const { format, complete, requires } = document;
  const version = typeof format === 'string' ? /^([0-9]+)\.[0-9]+$/.exec(format) : null;
  if (!version) {
    report('not-a-document', {}, Path.ROOT.at('format'));
    return false;
  }
  if (version[1] !== MAJOR) {
    report('other-format', { format: version[0], newer: Number(version[1]) > Number(MAJOR) }, Path.ROOT.at('format'));
    return false;
  }
  if (typeof complete !== 'boolean') {
    report('not-a-document', {}, Path.ROOT);
    return false;
  }
  if (!complete) {
    report('incomplete', {}, Path.ROOT.at('complete'));
    return false;
  }
  let able = true;
  if (Array.isArray(requires)) {
    for (const [index, capability] of requires.entries()) {
      if (typeof capability !== 'string') continue;
      const known = KNOWN.has(capability);
      if (known && capabilities.has(capability)) continue;
      able = false;
      const code = known ? 'missing-capability' : 'unknown-capability';
      report(code, { capability }, Path.ROOT.at('requires', index));
    }
  }
  return able;
}
