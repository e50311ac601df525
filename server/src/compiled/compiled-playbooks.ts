import { type CompiledPlaybook, compilePartial, compileSound, type PartialPlaybook } from '@poise/generator';
import type { ast, Finding, PlaybookServices, Workspace } from '@poise/language';
import type { LangiumDocument } from 'langium';
import { type Kept, keptFor } from '../diagnostics/kept.ts';
import type { ServerValidator } from '../diagnostics/validator.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** The compiled playbooks of a workspace, each kept for as long as the files that it rests on are the same. */
export class CompiledPlaybooks {
  private readonly validator: ServerValidator;
  private readonly workspace: Workspace;
  private readonly sounds = new WeakMap<Source, Kept<CompiledPlaybook | undefined>>();
  private readonly partials = new WeakMap<Source, Kept<PartialPlaybook | undefined>>();
  private readonly errors = new WeakMap<readonly Finding[], readonly Finding[]>();

  constructor(validator: ServerValidator, { Workspace }: PlaybookServices) {
    this.validator = validator;
    this.workspace = Workspace;
  }

  /** A file's playbook; nothing where the file holds none, or where it or a file that it uses has an error. */
  sound(document: Source): CompiledPlaybook | undefined {
    return keptFor(document, this.sounds).get(this.restsOf(document), () =>
      compileSound(document, this.workspace, (used) => this.errorsOf(used).length > 0),
    );
  }

  /** As much of a file's playbook as has no error, for looking at; nothing where the file holds none that has a name. */
  partial(document: Source): PartialPlaybook | undefined {
    const playbook = this.sound(document);
    if (playbook) return { playbook, mistakes: [] };
    return keptFor(document, this.partials).get(this.restsOf(document), () =>
      compilePartial(document, this.workspace, (used) => this.errorsOf(used)),
    );
  }

  /** What a compiled playbook rests on: the trees of its files, and which of them have errors, for that may come of other files. */
  private restsOf(document: Source): readonly unknown[] {
    const closure = this.workspace.closureOf(document);
    return [...closure.map(({ parseResult }) => parseResult.value), ...closure.map((used) => this.errorsOf(used))];
  }

  /** The same list for as long as nothing else is found in the file; and always the same where there are none. */
  private errorsOf(document: Source): readonly Finding[] {
    const findings = this.validator.findings(document);
    let errors = this.errors.get(findings);
    if (!errors) {
      errors = findings.filter(({ severity }) => severity === 'error');
      if (errors.length === 0) errors = NO_ERRORS;
      this.errors.set(findings, errors);
    }
    return errors;
  }
}

const NO_ERRORS: readonly Finding[] = [];
