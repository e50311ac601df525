/** Whether what is handed in fits its schema. */
import * as validators from '../generated/input-validators.js';
import type { Validate } from '../validate.ts';

const byName = validators as Readonly<Record<string, Validate>>;

/** The path of the first thing that doesn't fit; undefined where everything does. `name` is that of the definition in the schema. */
export function malformed(value: unknown, name = nameOf(value)): string | undefined {
  const validate = byName[`validate${name}`];
  if (validate === undefined) return '/type';
  if (validate(value)) return undefined;
  const [first] = validate.errors ?? [];
  const missing = first?.params.missingProperty;
  return `${first?.instancePath ?? ''}${typeof missing === 'string' ? `/${missing}` : ''}`;
}

/** Events are named by their type: `customerSays` is defined as `CustomerSays`. */
function nameOf(value: unknown): string {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  return typeof type === 'string' ? type.charAt(0).toUpperCase() + type.slice(1) : '';
}
