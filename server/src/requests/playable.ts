import type { CompiledPlaybook } from '@poise/generator';
import { type Cast, castOf, createSimulator, playbooksAround, type Simulator } from '@poise/generator/playing';
import { type ast, documentOf, headingOf } from '@poise/language';
import type { LangiumDocument } from 'langium';
import { Kept } from '../diagnostics/kept.ts';
import type { ServerParts } from './index.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** A playbook that can be tried out. */
export interface Playable {
  readonly simulator: Simulator;
  readonly cast: Cast;
  readonly isRetired: boolean;
  /** The playbooks that it should be played with, and that have mistakes. */
  readonly leftOut: readonly string[];
}

/** The playbooks that can be tried out, each made ready once for what its files say. */
export class Playables {
  private readonly compiled: ServerParts['compiled'];
  private readonly workspace: ServerParts['playbook']['Workspace'];
  private readonly kept = new WeakMap<Source, Kept<Playable>>();
  private readonly last = new WeakMap<Source, Playable>();

  constructor({ compiled, playbook }: Pick<ServerParts, 'compiled' | 'playbook'>) {
    this.compiled = compiled;
    this.workspace = playbook.Workspace;
  }

  /** A file's playbook as it is now; nothing where it has none, or mistakes. */
  now(document: Source): Playable | undefined {
    const playbook = this.compiled.sound(document);
    if (!playbook) return undefined;
    const leftOut = new Set<string>();
    const around = playbooksAround(
      { playbook, file: document.parseResult.value },
      {
        find: (id) => {
          const heading = this.workspace.headings().find(({ name }) => name === id);
          const found = heading && this.compiled.sound(documentOf(heading));
          if (heading && !found) leftOut.add(id);
          return found;
        },
        naming: () => this.naming(document),
      },
    );
    const playable = this.keptFor(document).get([...around, ...leftOut], () => {
      const cast = castOf(playbook, around);
      const isRetired = playbook.status === 'retired';
      return { simulator: createSimulator(cast), cast, isRetired, leftOut: [...leftOut] };
    });
    this.last.set(document, playable);
    return playable;
  }

  /** What was made ready of the file last, since it was without mistakes. */
  before(document: Source): Playable | undefined {
    return this.last.get(document);
  }

  /** The playbooks in whose files something names that of a file. */
  private *naming(document: Source): Generator<CompiledPlaybook> {
    const own = headingOf(document.parseResult.value);
    const naming = new Set(own ? this.workspace.referrersOf(own).map(documentOf) : []);
    for (const heading of this.workspace.headings()) {
      const other = documentOf(heading);
      if (other === document || !this.workspace.closureOf(other).some((used) => naming.has(used))) continue;
      const compiled = this.compiled.sound(other);
      if (compiled) yield compiled;
    }
  }

  private keptFor(document: Source): Kept<Playable> {
    const kept = this.kept.get(document) ?? new Kept();
    this.kept.set(document, kept);
    return kept;
  }
}
