import { type Cast, castOf, createSimulator, type Simulator } from '@poise/generator/playing';
import type { ast } from '@poise/language';
import type { LangiumDocument } from 'langium';
import { Casts } from '../compiled/casts.ts';
import { type Kept, keptFor } from '../diagnostics/kept.ts';
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
  private readonly casts: Casts;
  private readonly kept = new WeakMap<Source, Kept<Playable>>();
  private readonly last = new WeakMap<Source, Playable>();

  constructor({ compiled, playbook }: Pick<ServerParts, 'compiled' | 'playbook'>) {
    this.casts = new Casts(compiled, playbook.Workspace);
  }

  /** A file's playbook as it is now; nothing where it has none, or mistakes. */
  now(document: Source): Playable | undefined {
    const found = this.casts.of(document);
    if (!found) return undefined;
    const { playbook, around, leftOut } = found;
    const playable = keptFor(document, this.kept).get([...around, ...leftOut], () => {
      const cast = castOf(playbook, around);
      const isRetired = playbook.status === 'retired';
      return { simulator: createSimulator(cast), cast, isRetired, leftOut };
    });
    this.last.set(document, playable);
    return playable;
  }

  /** What was made ready of the file last, since it was without mistakes. */
  before(document: Source): Playable | undefined {
    return this.last.get(document);
  }
}
