export { type ServerSettings, startServer } from './start-server.ts';
export { ClientFiles } from './workspace/client-files.ts';
