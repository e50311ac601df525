/** CommonJS that takes away what came after Node 20, as far as it can be taken away. */
export const LIKE_NODE_20 = `
  delete Object.groupBy;
  delete Map.groupBy;
  delete Promise.withResolvers;
  delete Promise.try;
  delete Array.fromAsync;
  delete RegExp.escape;
  for (const name of Object.getOwnPropertyNames(Set.prototype)) {
    if (/^(union|intersection|difference|symmetricDifference|is[A-Z].*)$/.test(name)) delete Set.prototype[name];
  }
  const iterators = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
  for (const name of Object.getOwnPropertyNames(iterators)) if (name !== 'constructor') delete iterators[name];
  delete globalThis.Iterator;
  require('node:module').enableCompileCache = undefined;`;
