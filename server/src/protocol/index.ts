export * from './built.ts';
export * from './files.ts';
export * from './frameworks.ts';
export * from './preview.ts';
export * from './simulator.ts';
export * from './work.ts';
