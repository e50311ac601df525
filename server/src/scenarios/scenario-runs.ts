import { pathOf } from '@poise/generator';
import { scenariosOf } from '@poise/generator/scenarios';
import { type ast, headingOf, type PlaybookServices } from '@poise/language';
import type { LangiumDocument } from 'langium';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { Casts, type PlaybookCast } from '../compiled/casts.ts';
import type { CompiledPlaybooks } from '../compiled/compiled-playbooks.ts';
import { type Kept, keptFor } from '../diagnostics/kept.ts';
import type { Proofs } from '../diagnostics/proofs.ts';
import type { ServerValidator } from '../diagnostics/validator.ts';
import { ReadyScenarios } from './ready-scenarios.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** What can be said of the scenarios of a file. */
export type FileRuns = FoundRuns & {
  /** The files that it rests on, as far as they are known: the file itself, those of the playbooks that it is played with, and what all these use. */
  readonly files: readonly Source[];
};

type FoundRuns =
  | { readonly kind: 'ready'; readonly ready: ReadyScenarios }
  /** Nothing is played while there are mistakes in the file, in one that it uses, in a playbook that it is played with, or in `poise.json`. */
  | { readonly kind: 'mistaken'; readonly where: MistakePlace; readonly mistakes: number }
  /** A library, or a playbook that is retired. */
  | { readonly kind: 'none' };

export type MistakePlace = 'here' | 'used' | 'beside' | 'settings';

/**
 * What comes of the scenarios of each file, as `poise test` has it: whoever asks is given the same runs, for as long as all that they rest on is the same.
 * To be asked only once all files have been checked.
 */
export class ScenarioRuns {
  private readonly validator: ServerValidator;
  private readonly proofs: Proofs;
  private readonly casts: Casts;
  private readonly services: PlaybookServices;
  private readonly current = new WeakMap<Source, Kept<FileRuns>>();
  private readonly ready = new WeakMap<Source, Kept<FoundRuns>>();

  constructor(validator: ServerValidator, compiled: CompiledPlaybooks, proofs: Proofs, services: PlaybookServices) {
    this.validator = validator;
    this.proofs = proofs;
    this.casts = new Casts(compiled, services.Workspace);
    this.services = services;
  }

  /** The scenarios of a file as the workspace is now. */
  of(document: Source): FileRuns {
    const { Workspace, settings } = this.services;
    const { configuration } = this.validator;
    const workspace = [Workspace.version, configuration.current, settings.today];
    return keptFor(document, this.current).get(workspace, () => this.find(document));
  }

  private find(document: Source): FileRuns {
    const { Workspace } = this.services;
    const cast = this.casts.of(document);
    const files = (cast?.files ?? [document]).flatMap((file) => Workspace.closureOf(file));
    return { ...this.runsOf(document, cast), files: [...new Set(files)] };
  }

  private runsOf(document: Source, cast: PlaybookCast | undefined): FoundRuns {
    if (!headingOf(document.parseResult.value)) return { kind: 'none' };
    const mistaken = this.mistakesIn(document) ?? (cast && this.mistakesBeside(document, cast));
    if (mistaken) return mistaken;
    // What has no mistakes is compiled.
    if (!cast) return { kind: 'mistaken', where: 'here', mistakes: 1 };
    return keptFor(document, this.ready).get([document.parseResult.value, ...cast.around], () =>
      readyRuns(document, cast),
    );
  }

  /** What is told of the file and of those that it uses: the configuration may take a warning for an error. */
  private mistakesIn(document: Source): FoundRuns | undefined {
    const settings = this.validator.configuration.mistakes;
    if (settings > 0) return { kind: 'mistaken', where: 'settings', mistakes: settings };
    const proof = this.proofs.proofOf(document);
    const count = (file: Source): number => {
      const proven = proof?.findings.filter((one) => one.file === pathOf(file)) ?? [];
      const told = this.validator.judged(file, proven, proof !== undefined);
      return told.filter(({ severity }) => severity === DiagnosticSeverity.Error).length;
    };
    const [here = 0, ...used] = this.services.Workspace.closureOf(document).map(count);
    const mistakes = used.reduce((sum, one) => sum + one, here);
    return mistakes > 0 ? { kind: 'mistaken', where: here > 0 ? 'here' : 'used', mistakes } : undefined;
  }

  private mistakesBeside(document: Source, { files, leftOut }: PlaybookCast): FoundRuns | undefined {
    const disproved = files.filter(
      (file) => file !== document && this.proofs.proofOf(file)?.findings.some(({ severity }) => severity === 'error'),
    );
    const mistakes = leftOut.length + disproved.length;
    return mistakes > 0 ? { kind: 'mistaken', where: 'beside', mistakes } : undefined;
  }
}

function readyRuns(document: Source, { playbook, around }: PlaybookCast): FoundRuns {
  const source = { playbook, file: document.parseResult.value, path: pathOf(document) };
  const neighbours = around.filter((one) => one !== playbook);
  const [found] = scenariosOf({ playbooks: [source], neighbours, unsound: [] });
  return found ? { kind: 'ready', ready: new ReadyScenarios(found) } : { kind: 'none' };
}
