import { code, type FindingText, finding, nearest, oneOf } from '@poise/language';
import type { Node } from 'jsonc-parser';
import configurationSchema from '../../schema/poise.schema.json' with { type: 'json' };
import { CONFIGURATION_FILE } from './configuration.ts';

/** What of JSON Schema 2020-12 the schema of `poise.json` uses. A test sees that it uses no more, and that Ajv agrees with what is read here. */
export interface Schema {
  readonly $ref?: string;
  /** What a value is, in the words of a message. */
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'object' | 'string';
  readonly enum?: readonly string[];
  readonly pattern?: string;
  /** The first is shown in messages. */
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: false | Schema;
  readonly propertyNames?: Schema;
}

const SCHEMA = configurationSchema as Schema & { readonly $defs: Readonly<Record<string, Schema>> };

/** A setting that is as the schema wants it: where it stands among the others, and what it says. */
export interface Setting {
  readonly path: readonly string[];
  readonly value: string;
  readonly name: Node;
  readonly node: Node;
}

/** Something to tell about a part of the file. */
export interface Misfit {
  readonly at: Node;
  readonly text: FindingText;
}

export interface Fitting {
  readonly settings: readonly Setting[];
  readonly misfits: readonly Misfit[];
}

/** Holds a file against the schema: what fits, and what is wrong with the rest. What is wrong in one place takes nothing else with it. */
export function fitSchema(root: Node): Fitting {
  const settings: Setting[] = [];
  const misfits: Misfit[] = [];
  const fitValue = (node: Node, name: Node, path: readonly string[], reference: Schema): void => {
    const schema = resolved(reference);
    const wrong = wrongValue(node, path, schema);
    if (wrong) misfits.push({ at: node, text: wrong });
    else if (node.type === 'object') fitProperties(node, path, schema);
    else settings.push({ path, value: node.value, name, node });
  };
  const fitProperties = (object: Node, path: readonly string[], schema: Schema): void => {
    const seen = new Set<string>();
    for (const { children: [name, value] = [] } of object.children ?? []) {
      if (!name) continue;
      const setting: string = name.value;
      const here = [...path, setting];
      const known = propertyOf(schema, setting);
      const wrong = seen.has(setting)
        ? finding('repeated-setting', { setting })
        : known
          ? wrongName(setting, path, schema)
          : unknownSetting(setting, schema);
      seen.add(setting);
      if (wrong) misfits.push({ at: name, text: wrong });
      else if (value && known) fitValue(value, name, here, known);
    }
  };
  fitValue(root, root, [], SCHEMA);
  return { settings, misfits };
}

function resolved(schema: Schema): Schema {
  const name = schema.$ref?.replace('#/$defs/', '');
  return name === undefined ? schema : { ...SCHEMA.$defs[name], ...schema };
}

function propertyOf({ properties = {}, additionalProperties }: Schema, name: string): Schema | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : additionalProperties || undefined;
}

function unknownSetting(setting: string, { properties = {} }: Schema): FindingText {
  const known = Object.keys(properties).filter((name) => !name.startsWith('$'));
  const suggestion = nearest(setting, known);
  return finding('unknown-setting', { setting, known, ...(suggestion !== undefined && { suggestion }) });
}

function wrongName(written: string, path: readonly string[], { propertyNames }: Schema): FindingText | undefined {
  const schema = propertyNames && resolved(propertyNames);
  if (!schema || fitsPattern(written, schema)) return undefined;
  return wrongSetting(path, written, schema, true);
}

function wrongValue(node: Node, path: readonly string[], schema: Schema): FindingText | undefined {
  const isWanted = schema.enum
    ? schema.enum.includes(node.value)
    : node.type === schema.type && (node.type !== 'string' || fitsPattern(node.value, schema));
  return isWanted ? undefined : wrongSetting(path, writtenOf(node), schema);
}

function wrongSetting(path: readonly string[], written: string, schema: Schema, isName = false): FindingText {
  const setting = path.at(-1) ?? CONFIGURATION_FILE;
  const suggestion = meant(written, schema);
  const expected = schema.enum
    ? oneOf(schema.enum)
    : `${schema.title}, such as ${code(shown(schema.examples?.[0] ?? {}))}`;
  return finding('wrong-setting', {
    setting,
    isName,
    expected,
    written,
    ...(suggestion !== undefined && { suggestion }),
  });
}

function fitsPattern(value: string, { pattern }: Schema): boolean {
  return pattern === undefined || new RegExp(pattern, 'u').test(value);
}

/** What would have been right: a word spelt alike, or the same in other letters or with a path's strokes as they should be. */
function meant(written: string, schema: Schema): string | undefined {
  if (written === '') return undefined;
  if (schema.enum) return nearest(written, schema.enum) ?? schema.enum.find((word) => word.startsWith(written));
  const path = written
    .replaceAll('\\', '/')
    .replace(/^(\.?\/)+/, '')
    .replace(/\/[*/.]*$/, '');
  const variants = [path, written.toUpperCase(), written.toLowerCase(), written.replaceAll('_', '-')];
  return schema.pattern && variants.find((variant) => variant !== written && fitsPattern(variant, schema));
}

/** A value as it stands in a message. Of what has parts the form is enough. */
function writtenOf({ type, value }: Node): string {
  if (type === 'object') return '{ … }';
  return type === 'array' ? '[ … ]' : String(value);
}

/** JSON on one line, as people write it. */
function shown(example: unknown): string {
  return typeof example === 'string' ? example : JSON.stringify(example, undefined, 1).replace(/\n\s*/g, ' ');
}
