/// <reference types="node" />
// Makes the types and the validators of the compiled format and of conversations from their hand-written schemas.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { compile, type JSONSchema } from 'json-schema-to-typescript';

type Schema = JSONSchema & { readonly $id: string; readonly $defs: Record<string, JSONSchema> };

const room = new URL('..', import.meta.url);
const out = new URL('src/generated/', room);
const read = (name: string): Schema =>
  JSON.parse(readFileSync(new URL(`schema/${name}.schema.json`, room), 'utf8')) as Schema;
const playbook = read('playbook');
const index = read('index');
const conversation = read('conversation');

mkdirSync(out, { recursive: true });
const options = { additionalProperties: false, bannerComment: '', style: { singleQuote: true } };
// Every property that the schema doesn't name may be there and is ignored; the types say only what is named.
const types = async (schema: JSONSchema, name: string) => compile(structuredClone(schema), name, options);
writeFileSync(
  new URL('format.ts', out),
  `${await types(playbook, 'Playbook')}\n${await types(index, 'PlaybookIndex')}`,
);
writeFileSync(new URL('conversation.ts', out), await types(conversation, 'Transcript'));

// What goes into a conversation, each kind by itself: trying all events in turn would be slower, and say less about what
// is wrong.
const { anyOf: events = [] } = conversation.$defs.Event ?? {};
const inputs = [...events.map(({ $ref = '' }) => $ref.replace('#/$defs/', '')), 'Opening', 'IntendedAct'];
const { Name, Time, Value, ReportedValue, Values, Worth } = conversation.$defs;
const acts = Object.entries(conversation.$defs).filter(([name]) => /^Intended\w+Act$/.test(name));
const inputSchemas = inputs.map((name) => ({
  ...conversation.$defs[name],
  $id: `urn:poise:${name}`,
  $defs: { Name, Time, Value, ReportedValue, Values, Worth, ...(name === 'IntendedAct' && Object.fromEntries(acts)) },
}));

await writeValidators('validators', [playbook, index], {
  validatePlaybook: playbook.$id,
  validateIndex: index.$id,
});
await writeValidators(
  'input-validators',
  inputSchemas,
  Object.fromEntries(inputs.map((name) => [`validate${name}`, `urn:poise:${name}`])),
);

/** Writes a module that exports validators by these names, and its types. */
async function writeValidators(
  module: string,
  schemas: readonly object[],
  names: Record<string, string>,
): Promise<void> {
  const ajv = new Ajv2020({
    code: { source: true, esm: true, optimize: 2 },
    strict: true,
    inlineRefs: false,
    strictTypes: false,
    strictRequired: false,
    schemas: [...schemas],
  });
  // Ajv's standalone code still requires its helpers: bundled, so that the runtime depends on nothing.
  const bundled = await build({
    stdin: { contents: standaloneCode(ajv, names), resolveDir: new URL('.', room).pathname, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
  });
  writeFileSync(new URL(`${module}.js`, out), bundled.outputFiles[0]?.text ?? '');
  const declarations = Object.keys(names).map((name) => `export declare const ${name}: Validate;\n`);
  writeFileSync(
    new URL(`${module}.d.ts`, out),
    `import type { Validate } from '../validate.ts';\n${declarations.join('')}`,
  );
}
