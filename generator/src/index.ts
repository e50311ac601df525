export type * from './compilation.ts';
export { type CompiledSource, compileSound } from './compile-sound.ts';
export { type Compiler, compileWorkspace, createCompiler } from './compile-workspace.ts';
export { pathOf } from './load-sources.ts';
export { sourceChecks } from './source-checks.ts';
