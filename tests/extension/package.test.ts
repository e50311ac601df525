import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pack, stage } from '../../extension/stage.ts';

const LARGEST = 2_000_000;

let scratch = '';
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'poise-package-test-'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('the package is small', async () => {
  const file = join(scratch, 'poise.vsix');
  await pack(file);
  expect(statSync(file).size).toBeLessThan(LARGEST);
});

test('the package holds what it needs, and nothing else', async () => {
  const staged = join(scratch, 'staged');
  stage(staged);
  expect((await listFiles({ cwd: staged, packageManager: PackageManager.None })).sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'dist/desktop/extension.cjs',
    'dist/desktop/server.cjs',
    'dist/pages.json',
    'dist/poise.schema.json',
    'dist/syntaxes/markdown.tmLanguage.json',
    'dist/syntaxes/playbook.tmLanguage.json',
    'dist/web/extension.js',
    'dist/web/server.js',
    'dist/webviews/preview.css',
    'dist/webviews/preview.js',
    'dist/webviews/simulator.css',
    'dist/webviews/simulator.js',
    'icons/playbook-dark.svg',
    'icons/playbook-light.svg',
    'icons/poise.png',
    'language-configuration.json',
    'package.json',
    'snippets/playbook.json',
    'walkthrough/check.svg',
    'walkthrough/explain.md',
    'walkthrough/folder.svg',
    'walkthrough/new.md',
    'walkthrough/try-out.md',
    'walkthrough/write.md',
  ]);
});
