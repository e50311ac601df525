export { type ServerSettings, startServer } from './start-server.ts';
