#!/usr/bin/env node
// Plain JavaScript that every Node since version 6 can read, so that one too old for the rest gets as far as the message.
'use strict';

const OLDEST_NODE = 20;

if (parseInt(process.versions.node, 10) < OLDEST_NODE) {
  console.error(
    `poise: this is Node ${process.versions.node}, and Poise needs Node ${OLDEST_NODE} or newer: see https://nodejs.org`,
  );
  process.exitCode = 2;
} else {
  // Node 22 and newer can keep the compiled form of the bundle from one run to the next.
  const { enableCompileCache } = require('node:module');
  if (enableCompileCache) enableCompileCache();
  require('./start.js');
}
