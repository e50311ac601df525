import { Path } from './path.ts';
import type { Report } from './problems.ts';

/** The schema's validator calls itself for what is nested: deeper than this, it isn't called. Shipped playbooks are 15 levels deep. */
export const MOST_LEVELS = 128;
/** Objects, lists, texts, numbers and the like together: some four hundred times those of a shipped playbook. */
export const MOST_VALUES = 2_000_000;

interface Task {
  readonly source: object;
  readonly copy: Record<string, unknown> | unknown[];
  readonly path: Path;
  readonly level: number;
}

/**
 * A copy of a value as plain data, of which nobody else holds a part; undefined, with a problem told, where it is more than can be looked at, or
 * no data. It goes without recursion, and reads each property once: so what is checked afterwards is what is used, whatever was given (circles,
 * properties that compute something, objects that share parts).
 */
export function plainCopy(given: object, report: Report): unknown {
  const root: Task = { source: given, copy: Array.isArray(given) ? [] : {}, path: Path.ROOT, level: 1 };
  const tasks = [root];
  let values = 1;
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    const { source, copy, path, level } = task;
    const keys = Array.isArray(source) ? source.length : Object.keys(source);
    const count = typeof keys === 'number' ? keys : keys.length;
    values += count;
    if (values > MOST_VALUES) {
      report('too-large', { what: 'values', most: MOST_VALUES }, Path.ROOT);
      return undefined;
    }
    for (let index = 0; index < count; index += 1) {
      const key = typeof keys === 'number' ? index : (keys[index] ?? '');
      if (key === '__proto__') {
        report('unsafe-key', { key }, path);
        return undefined;
      }
      const value = (source as Record<string | number, unknown>)[key];
      // As JSON has it: a property that is undefined isn't there.
      if (value === undefined && !Array.isArray(source)) continue;
      if (typeof value === 'object' && value !== null) {
        if (level === MOST_LEVELS) {
          report('too-deep', { most: MOST_LEVELS }, path);
          return undefined;
        }
        const inner: Task = {
          source: value,
          copy: Array.isArray(value) ? [] : {},
          path: path.at(key),
          level: level + 1,
        };
        (copy as Record<string | number, unknown>)[key] = inner.copy;
        tasks.push(inner);
      } else if (isScalar(value)) {
        (copy as Record<string | number, unknown>)[key] = value;
      } else {
        report('not-data', { found: typeof value === 'number' ? String(value) : typeof value }, path.at(key));
        return undefined;
      }
    }
  }
  return root.copy;
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}
