import { startServer } from '@poise/server';
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { today } from './today.ts';

/** The language server as a process of its own. */
startServer({ connection: createConnection(ProposedFeatures.all), today, ...NodeFileSystem });
