import { pathOf } from '@poise/generator';
import type { CoveredItem } from '@poise/generator/coverage';
import type { ast } from '@poise/language';
import { interruptAndCheck, type LangiumDocument } from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import { type Kept, keptFor } from '../diagnostics/kept.ts';
import { untilAllChecked, type WorkspaceParts } from '../workspace/all-checked.ts';
import type { ScenarioRuns } from './scenario-runs.ts';
import { playbooksTouching } from './touching.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** What the scenarios of the whole workspace cover of a file. */
export interface CoverageOfFile {
  /** For each playbook whose scenarios touch the file, what they cover of it; a thing may be among them more than once. */
  readonly items: readonly CoveredItem[];
  /** Whether there are playbooks that might, but have mistakes. */
  readonly isPartial: boolean;
}

/** What is covered of each file, by whichever scenarios. */
export class FileCoverages {
  private readonly runs: ScenarioRuns;
  private readonly parts: WorkspaceParts;
  private readonly touching = new WeakMap<Source, Kept<readonly Source[]>>();

  constructor(runs: ScenarioRuns, parts: WorkspaceParts) {
    this.runs = runs;
    this.parts = parts;
  }

  /**
   * Plays what has to be played for it, a scenario at a time. In between, an edit or the token can put an end to it.
   *
   * @returns nothing where an edit came in between
   */
  async of(document: Source, token: CancellationToken): Promise<CoverageOfFile | undefined> {
    const { Workspace } = this.parts.playbook;
    await untilAllChecked(this.parts, token);
    const { version } = Workspace;
    const playbooks = keptFor(document, this.touching).get([version], () => playbooksTouching(document, Workspace));
    const items: CoveredItem[] = [];
    let isPartial = false;
    for (const playbook of playbooks) {
      await untilAllChecked(this.parts, token);
      if (Workspace.version !== version) return undefined;
      const runs = this.runs.of(playbook);
      if (runs.kind === 'mistaken') isPartial = true;
      if (runs.kind !== 'ready' || !runs.files.includes(document)) continue;
      for (const scenario of runs.ready.scenarios) {
        await interruptAndCheck(token);
        runs.ready.play(scenario);
      }
      await interruptAndCheck(token);
      items.push(...runs.ready.coveredIn(pathOf(document)));
    }
    return { items, isPartial };
  }
}
