export type * from './compilation.ts';
export { compileWorkspace } from './compile-workspace.ts';
