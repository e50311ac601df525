import { type Compilation, compileWorkspace, type SourceHost } from '@poise/generator';
import { type ComparedSide, compiledSide, type NamedSide, NO_DIGEST } from '@poise/generator/comparing';
import { interruptAndCheck, URI } from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import { isSame } from '../diagnostics/kept.ts';
import type { CompareParams } from '../protocol/compare.ts';
import type { WorkspaceConfiguration } from '../workspace/workspace-configuration.ts';
import type { ComparedSources } from './sources.ts';

/** The files of an earlier version, by their paths from the root; and which of them are asked for. */
interface EarlierFiles {
  readonly texts: ReadonlyMap<string, string>;
  readonly entries: readonly string[];
  /** Whether a file was as it is now. */
  readonly isSame: (path: string) => boolean;
}

/** The version that the present one is compared with. It is compiled when it is another one than the last time: while somebody types, it isn't. */
export class EarlierVersion {
  private readonly sources: ComparedSources;
  private readonly configuration: WorkspaceConfiguration;
  private last: { readonly rests: readonly unknown[]; readonly side: ComparedSide } | undefined;

  constructor(sources: ComparedSources, configuration: WorkspaceConfiguration) {
    this.sources = sources;
    this.configuration = configuration;
  }

  async side(named: NamedSide, params: CompareParams, today: string, token: CancellationToken): Promise<ComparedSide> {
    const files = this.filesOf(params);
    const rests = [today, this.configuration.current, ...files.entries, null, ...[...files.texts].flat()];
    if (!this.last || !isSame(this.last.rests, rests)) {
      const compilation = files.entries.length > 0 ? await this.compile(files, today, token) : undefined;
      const side = compilation ? compiledSide(named, compilation) : { ...named, playbooks: [] };
      this.last = { rests, side: { ...side, sourceOf: this.parsing(files.texts) } };
    }
    return { ...this.last.side, ...named };
  }

  /** Parses files when they are first asked for: those in which there is something to be led to. */
  private parsing(texts: EarlierFiles['texts']): NonNullable<ComparedSide['sourceOf']> {
    const parsed = new Map<string, ReturnType<ComparedSources['parsed']>>();
    return (path) => {
      const text = texts.get(path);
      const source = parsed.get(path) ?? (text === undefined ? undefined : this.sources.parsed(path, text));
      if (source) parsed.set(path, source);
      return source;
    };
  }

  private compile(files: EarlierFiles, today: string, token: CancellationToken): Promise<Compilation> {
    const host: SourceHost = {
      read: async (path) => {
        await interruptAndCheck(token);
        const text = files.texts.get(path);
        if (text !== undefined) return { kind: 'text', text };
        if (path.startsWith('../')) return { kind: 'outside' };
        return files.isSame(path) ? this.configuration.readFile(path) : { kind: 'missing' };
      },
      playbookFiles: async () => files.entries,
    };
    return compileWorkspace(files.entries, host, { today, digest: NO_DIGEST, proofs: false });
  }

  private filesOf({ within, same, others }: CompareParams): EarlierFiles {
    const pathOf = (uri: string): string => this.configuration.pathOf(URI.parse(uri));
    const root = pathOf(within);
    const unchanged = new Set(same.map(pathOf));
    const changed = Object.entries(others).map(([uri, text]) => ({ uri: URI.parse(uri), path: pathOf(uri), text }));
    const known = new Set(changed.map(({ path }) => path));
    const isOutside = (path: string) => !root.startsWith('..') && root !== '' && !path.startsWith(`${root}/`);
    const isSame = (path: string) => !known.has(path) && (unchanged.has(path) || isOutside(path));
    const present = [...this.sources.present()].filter(([path]) => isSame(path));
    const entries = [
      ...present.map(([path]) => path),
      ...changed.filter(({ uri }) => this.sources.isLookedAt(uri)).map(({ path }) => path),
    ];
    const texts = new Map([
      ...present.map(([path, { textDocument }]) => [path, textDocument.getText()] as const),
      ...changed.map(({ path, text }) => [path, text] as const),
    ]);
    return { texts, entries: entries.filter((path) => path.endsWith('.playbook')).sort(), isSame };
  }
}
