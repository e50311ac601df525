export type * from './compilation.ts';
export { type CompiledSource, compileSound } from './compile-sound.ts';
export { type Compiler, compileWorkspace, createCompiler } from './compile-workspace.ts';
export { CONFIGURATION_FILE, type Configuration, NO_CONFIGURATION } from './configuration/configuration.ts';
export { judge } from './configuration/judge.ts';
export { loadConfiguration } from './configuration/load-configuration.ts';
export { readConfiguration } from './configuration/read-configuration.ts';
export { pathOf } from './load-sources.ts';
export { sourceChecks } from './source-checks.ts';
