import { ClientFiles, startServer } from '@poise/server';
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { delay, today } from './clock.ts';

/** The language server as a process of its own, which reads the files of this machine itself. */
const connection = createConnection(ProposedFeatures.all);
const fileSystemProvider = () => new ClientFiles(connection, NodeFileSystem.fileSystemProvider());
startServer({ connection, today, delay, fileSystemProvider });
