// Apart from `poise.js`, because an old Node can't read `import()`.
'use strict';

const { existsSync } = require('node:fs');
const { resolve } = require('node:path');

if (existsSync(resolve(__dirname, '../dist/poise.mjs'))) {
  import('../dist/poise.mjs');
} else {
  console.error(`poise: this copy hasn't been built yet: run \`npm start\` in ${resolve(__dirname, '../..')}`);
  process.exitCode = 2;
}
