import { join } from 'node:path';
import { compile, NodeHost } from '@typespec/compiler';
import { measureRuns } from '../../measuring/runs.ts';

// It reads its files itself, those of its own library included: it has no way to be given texts that is made for others.
measureRuns((folder) => async () => {
  const program = await compile(NodeHost, join(folder, 'main.tsp'), { noEmit: true });
  if (program.diagnostics[0]) throw new Error(program.diagnostics[0].message);
  return program.getGlobalNamespaceType().namespaces.get('Bench')?.models.size ?? 0;
});
