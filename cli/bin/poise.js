#!/usr/bin/env node
// Old-style JavaScript, so that a Node too old for the rest gets as far as the message.
'use strict';

var OLDEST_NODE = 20;

if (parseInt(process.versions.node, 10) < OLDEST_NODE) {
  console.error(
    'poise: this is Node ' + process.versions.node + ', and Poise needs Node ' + OLDEST_NODE + ' or newer: see https://nodejs.org',
  );
  process.exitCode = 2;
} else {
  var nodeModule = require('module');
  // Node 22 and newer can keep the compiled form of the bundle from one run to the next.
  if (nodeModule.enableCompileCache) nodeModule.enableCompileCache();
  require('../dist/poise.cjs');
}
