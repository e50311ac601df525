/// <reference types="node" />
// Makes the types and the validators of the compiled format from its hand-written schemas.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';

const room = new URL('..', import.meta.url);
const out = new URL('src/generated/', room);
const read = (name: string) => JSON.parse(readFileSync(new URL(`schema/${name}.schema.json`, room), 'utf8'));
const playbook = read('playbook');
const index = read('index');

mkdirSync(out, { recursive: true });
const options = { additionalProperties: false, bannerComment: '', style: { singleQuote: true } };
// Every property that the schema doesn't name may be there and is ignored; the types say only what is named.
const types = await compile(playbook, 'Playbook', options);
const indexTypes = await compile(index, 'PlaybookIndex', options);
writeFileSync(new URL('format.ts', out), `${types}\n${indexTypes}`);

// Ajv's standalone code still requires its helpers: bundled, so that the runtime depends on nothing.
const ajv = new Ajv2020({
  code: { source: true, esm: true, optimize: 2 },
  strict: true,
  inlineRefs: false,
  strictTypes: false,
  strictRequired: false,
  schemas: [playbook, index],
});
const code = standaloneCode(ajv, { validatePlaybook: playbook.$id, validateIndex: index.$id });
const bundled = await build({
  stdin: { contents: code, resolveDir: new URL('.', room).pathname, loader: 'js' },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['main'],
});
writeFileSync(new URL('validators.js', out), bundled.outputFiles[0]?.text ?? '');
writeFileSync(
  new URL('validators.d.ts', out),
  `export interface Validate {
  (data: unknown): boolean;
  errors?: null | { instancePath: string; message?: string; keyword: string; params: Record<string, unknown> }[];
}
export declare const validatePlaybook: Validate;
export declare const validateIndex: Validate;
`,
);
