import { ClientFiles, startServer } from '@poise/server';
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { delay, today } from './clock.ts';

/** The language server as a worker of a browser. */
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
startServer({ connection, today, delay, fileSystemProvider: () => new ClientFiles(connection) });
