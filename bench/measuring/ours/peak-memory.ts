/// <reference types="node" />
import { writeSync } from 'node:fs';
import { peakMemoryNow } from '../child.ts';

/** Where the benchmark listens. */
const CHANNEL = 3;

// Loaded into a command before it begins: tells the most memory it had, in bytes, when it ends.
process.on('exit', () => writeSync(CHANNEL, String(peakMemoryNow())));
