/// <reference types="node" />
import { type ChildReport, tell, told } from '../measuring/child.ts';
import { readWorkload } from '../measuring/workload.ts';
import { EditorClient } from './client.ts';
import type { Work } from './work.ts';

/**
 * Measures in an editor, with a server of its own, and tells the figures; where that can't be done, in one line why.
 *
 * @param options for the server's Node
 */
export function measureInEditor<Given extends Work, Figure extends string>(
  measure: (editor: EditorClient, work: Given) => Promise<ChildReport<Figure>>,
  options: readonly string[] = [],
): void {
  const work = readWorkload<Given>(told().folder);
  EditorClient.use(work, options, (editor) => measure(editor, work)).then(tell, (error: Error) => {
    process.stderr.write(`${error.message}\n`, () => process.exit(1));
  });
}
