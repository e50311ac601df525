import { type CompiledPlaybook, inOrder, judge } from '@poise/generator';
import { brokenBy, type ComparedSide, comparedDocument, type NamedSide } from '@poise/generator/comparing';
import type { URI } from 'langium';
import type { CompiledPlaybooks } from '../compiled/compiled-playbooks.ts';
import type { ServerValidator } from '../diagnostics/validator.ts';
import type { WorkspaceConfiguration } from '../workspace/workspace-configuration.ts';
import type { ComparedSources } from './sources.ts';

type Playbook = ComparedSide['playbooks'][number];

interface Parts {
  readonly validator: ServerValidator;
  readonly configuration: WorkspaceConfiguration;
  readonly compiled: CompiledPlaybooks;
}

/** The files as the editor has them: of what is compiled and found already. */
export class PresentVersion {
  private readonly sources: ComparedSources;
  private readonly parts: Parts;
  private readonly documents = new WeakMap<CompiledPlaybook, Playbook>();

  constructor(sources: ComparedSources, parts: Parts) {
    this.sources = sources;
    this.parts = parts;
  }

  side(named: NamedSide): ComparedSide {
    const { configuration, compiled, validator } = this.parts;
    const sources = [...this.sources.present()];
    if (sources.length === 0) return { ...named, playbooks: [] };
    const found = sources.flatMap(([file, document]) => validator.findings(document).map((one) => ({ ...one, file })));
    const files = sources.map(([file, document]) => ({ document, file, isProved: false }));
    const judged = judge([...configuration.findings, ...found], files, configuration.current);
    const { broken } = brokenBy(inOrder(judged.findings));
    const documents = new Map(sources);
    const side = { ...named, configuration: configuration.current, sourceOf: (file: string) => documents.get(file) };
    if (broken) return { ...side, playbooks: [], broken };
    return {
      ...side,
      playbooks: sources.flatMap(([, document]) => {
        const sound = compiled.sound(document);
        return sound ? [this.documentOf(sound, document.uri)] : [];
      }),
    };
  }

  /** Its document, in which files go by their paths from the root. */
  private documentOf(compiled: CompiledPlaybook, uri: URI): Playbook {
    let document = this.documents.get(compiled);
    if (!document) {
      const made = comparedDocument(compiled);
      const pathOf = (path: string) => this.parts.configuration.pathOf(uri.with({ path: `/${path}` }));
      document = { ...made, files: made.files.map((file) => ({ ...file, path: pathOf(file.path) })) };
      this.documents.set(compiled, document);
    }
    return document;
  }
}
