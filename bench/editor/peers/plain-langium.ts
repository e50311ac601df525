/// <reference types="node" />
/**
 * A language server as Langium gives it, with a few checks: what ours would be without anything of our own. It is bundled as ours is.
 *
 * It is started with the grammar's path, as `plainGrammar` made it.
 */
import { readFileSync } from 'node:fs';
import { type AstNode, inject, loadGrammarFromJson, type ValidationAcceptor, type ValidationChecks } from 'langium';
import { interpretAstReflection } from 'langium/grammar';
import { createDefaultModule, createDefaultSharedModule, startLanguageServer } from 'langium/lsp';
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';

interface Named extends AstNode {
  readonly name: string;
}
interface File extends AstNode {
  readonly elements: readonly Named[];
}
interface Playbook extends Named {
  readonly steps: readonly Named[];
}
interface Step extends Named {
  readonly statements: readonly AstNode[];
}
interface Nodes {
  readonly File: File;
  readonly Playbook: Playbook;
  readonly Step: Step;
}

const checks: ValidationChecks<Nodes> = {
  File: ({ elements }, accept) => namesMustDiffer(elements, accept),
  Playbook: ({ steps }, accept) => namesMustDiffer(steps, accept),
  Step: (step, accept) => {
    if (step.statements.length === 0) accept('warning', 'This step does nothing.', { node: step });
  },
};

function namesMustDiffer(nodes: readonly Named[], accept: ValidationAcceptor): void {
  const names = new Set<string>();
  for (const node of nodes) {
    if (names.has(node.name)) accept('error', `There is a ${node.name} already.`, { node });
    names.add(node.name);
  }
}

const [, , grammarPath = ''] = process.argv;
const grammar = loadGrammarFromJson(readFileSync(grammarPath, 'utf8'));
const context = { connection: createConnection(ProposedFeatures.all), ...NodeFileSystem };
const shared = inject(createDefaultSharedModule(context), { AstReflection: () => interpretAstReflection(grammar) });
const plain = inject(createDefaultModule({ shared }), {
  Grammar: () => grammar,
  LanguageMetaData: () => ({
    languageId: 'plain',
    fileExtensions: ['.plain'],
    caseInsensitive: false,
    mode: 'production' as const,
  }),
  parser: { ParserConfig: () => ({ skipValidations: true }) },
});
shared.ServiceRegistry.register(plain);
plain.validation.ValidationRegistry.register<Nodes>(checks);
// Files that aren't open are checked, too, as ours are.
shared.workspace.WorkspaceManager.initialBuildOptions = { validation: true };
startLanguageServer(shared);
