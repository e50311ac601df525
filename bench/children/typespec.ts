import { join } from 'node:path';
import { compile, NodeHost } from '@typespec/compiler';
import { measureInChild } from './measure-in-child.ts';

// It reads its files itself, those of its own library included: it has no way to be given texts that is made for others.
measureInChild((folder) => async () => {
  const program = await compile(NodeHost, join(folder, 'main.tsp'), { noEmit: true });
  if (program.diagnostics[0]) throw new Error(program.diagnostics[0].message);
  const models = program.getGlobalNamespaceType().namespaces.get('Bench')?.models;
  return { definitions: models?.size ?? 0 };
});
