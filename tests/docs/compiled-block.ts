import { type Compilation, createCompiler } from '@poise/generator';
import { readFixture } from '../harness/fixture.ts';
import { memoryHost } from '../harness/memory-host.ts';

const compiler = createCompiler();

/** Compiles a block of the documentation as it stands: a whole file, or several that `// file:` lines part. */
export async function compileBlock(name: string, text: string): Promise<Compilation> {
  const { files, entries, today } = readFixture(name, text);
  return compiler.compile(entries, memoryHost(files), { today });
}
