// What `npm start` and `npm test` run: on a fresh clone it installs first, then it runs the steps of the one or the other.
// Plain JavaScript without any dependency, which every Node since version 8 can read, so that one too old for the rest gets as far as the message.
'use strict';

const OLDEST_NODE = 20;

if (parseInt(process.versions.node, 10) < OLDEST_NODE) {
  fail(`This is Node ${process.versions.node}, and Poise needs Node ${OLDEST_NODE} or newer: see https://nodejs.org`);
}

const childProcess = require('node:child_process');
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

/** Scripts of package.json, in order. The output of a step is shown only if it fails, or if it is what was asked for. */
const STEPS = {
  start: [{ script: 'generate' }, { script: 'build' }, { script: 'playbooks', shown: true }],
  test: [
    { script: 'generate' },
    { script: 'typecheck' },
    { script: 'lint' },
    { script: 'build' },
    { script: 'vitest', shown: true },
    { script: 'editor', shown: true },
  ],
};

const root = path.join(__dirname, '..');

function main(task) {
  const steps = Object.hasOwn(STEPS, task) ? STEPS[task] : undefined;
  if (!steps) fail('Say what to do: `npm start` or `npm test`.');
  install();
  steps.forEach((step) => {
    run(step.script, ['run', '--silent', step.script], step.shown === true);
  });
}

/** Installs what package-lock.json says, unless the stamp of an earlier run says that this was done. */
function install() {
  const stampFile = path.join(root, 'node_modules', '.poise-installed');
  const stamp = installedStamp();
  if (textOf(stampFile) === stamp) return;
  run('install', ['ci', '--no-fund', '--no-audit'], false);
  fs.mkdirSync(path.dirname(stampFile), { recursive: true });
  // Last, so that an installation which was interrupted is not taken for one.
  fs.writeFileSync(stampFile, stamp);
}

/** Some packages are programs for one kind of machine, so that belongs to it. */
function installedStamp() {
  const lockfile = fs.readFileSync(path.join(root, 'package-lock.json'));
  const hash = crypto.createHash('sha256').update(lockfile).digest('hex');
  return `${process.platform} ${process.arch} ${hash}\n`;
}

function textOf(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (_error) {
    return undefined;
  }
}

/** Runs npm, and ends this process if that fails. */
function run(name, npmArguments, shown) {
  const start = Date.now();
  process.stdout.write(name + (shown ? '\n' : ' … '));
  const result = npm(npmArguments, shown);
  if (result.status !== 0) {
    if (!shown) process.stdout.write(`failed\n${result.stdout}${result.stderr}`);
    // A line of its own, since what was shown may be long.
    fail(`\`${name}\` failed${result.error ? `: ${result.error.message}` : ''}.`);
  }
  if (!shown) process.stdout.write(`${((Date.now() - start) / 1000).toFixed(1)} s\n`);
}

function npm(npmArguments, shown) {
  const options = {
    cwd: root,
    // The tests bring a browser of their own; a package would fetch another as it is installed.
    env: Object.assign({ PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' }, process.env),
    encoding: 'utf8',
    maxBuffer: Infinity,
    stdio: shown ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  };
  // Inside npm this is the one that runs; the name alone is a batch file on Windows, which only a shell can start.
  const running = process.env.npm_execpath;
  if (running && /\.c?js$/.test(running)) {
    return childProcess.spawnSync(process.execPath, [running].concat(npmArguments), options);
  }
  options.shell = process.platform === 'win32';
  return childProcess.spawnSync('npm', npmArguments, options);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

main(process.argv[2]);
