/// <reference types="node" />
import { type CompileOptions, type Compiler, createCompiler, type SourceHost } from '@poise/generator';
import { sha256 } from '../../../cli/src/cache/digest.ts';
import { measureRuns } from '../../measuring/runs.ts';
import { TODAY } from '../../today.ts';
import { readTexts } from '../read-texts.ts';

const OPTIONS: CompileOptions = { today: TODAY, digest: sha256 };

// The first run makes the compiler, which the others use again, as `--watch` and the language server do.
measureRuns((folder) => {
  const texts = readTexts(folder, '.playbook');
  const host: SourceHost = {
    read: async (path) => {
      const text = texts.get(path);
      return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
    },
  };
  let compiler: Compiler | undefined;
  return async () => {
    compiler ??= createCompiler();
    const { findings, outputs, playbooks } = await compiler.compile([...texts.keys()], host, OPTIONS);
    if (findings.length > 0) throw new Error(`something is found in the workload: ${JSON.stringify(findings[0])}`);
    if (outputs.length === 0) throw new Error('nothing was written');
    return playbooks.reduce((sum, playbook) => sum + playbook.steps, 0);
  };
});
