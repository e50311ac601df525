import { setFlagsFromString } from 'node:v8';
import { ClientFiles, startServer } from '@poise/server';
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { delay, today } from './clock.ts';

// By itself Node would let garbage pile up to a gigabyte while somebody types: collecting it sooner takes no longer.
setFlagsFromString('--heap-growing-percent=50');

/** The language server as a process of its own, which reads the files of this machine itself. */
const connection = createConnection(ProposedFeatures.all);
const fileSystemProvider = () => new ClientFiles(connection, NodeFileSystem.fileSystemProvider());
startServer({ connection, today, delay, fileSystemProvider });
