import {
  type ast,
  type Finding,
  fixAllOfKind,
  fixAllSafe,
  isRead,
  leaveOutUses,
  type Offered,
  type PlaybookServices,
  quickFixes,
  type Refactoring,
  refactorings,
} from '@poise/language';
import { type LangiumDocument, URI } from 'langium';
import type { CodeActionProvider, LangiumServices } from 'langium/lsp';
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type Position,
  type Range,
} from 'vscode-languageserver';
import { WorkspaceEdits } from '../workspace-edits.ts';

type Source = LangiumDocument<ast.PlaybookFile>;
type Asked = (kind: CodeActionKind) => boolean;

/** What is put right when an editor asks for everything that can be, on saving, say. */
const FIX_ALL: CodeActionKind = `${CodeActionKind.SourceFixAll}.poise`;

const REFACTORINGS: Readonly<Record<Refactoring['kind'], CodeActionKind>> = {
  extract: CodeActionKind.RefactorExtract,
  move: CodeActionKind.RefactorMove,
  rewrite: CodeActionKind.RefactorRewrite,
};

/** The kinds of actions that there are: an editor needn't ask for others. */
export const CODE_ACTION_KINDS: readonly CodeActionKind[] = [
  CodeActionKind.QuickFix,
  ...Object.values(REFACTORINGS),
  FIX_ALL,
  CodeActionKind.SourceOrganizeImports,
];

/** Something that can be done, and what the editor is told of it besides its edits. */
interface Choice {
  readonly action: CodeAction;
  readonly offered: Offered;
}

/** How the editor asks for the edits of an action that it was offered: as it asked for the action, and of which version of the text. */
interface Asking {
  readonly parameters: CodeActionParams;
  readonly version: number;
}

/**
 * Offers what can be done at a place: to put right what is found there, or to write it otherwise. It is asked wherever the cursor goes, so that edits wait
 * until one is chosen, where the editor can wait.
 */
export class ActionProvider implements CodeActionProvider {
  private readonly services: PlaybookServices & LangiumServices;
  private readonly edits: WorkspaceEdits;

  constructor(services: PlaybookServices & LangiumServices) {
    this.services = services;
    this.edits = new WorkspaceEdits(services.shared);
    services.shared.lsp.Connection?.onCodeActionResolve((action) => this.resolve(action));
  }

  getCodeActions(document: LangiumDocument, parameters: CodeActionParams): CodeAction[] {
    const data: Asking = { parameters, version: document.textDocument.version };
    return this.choices(document, parameters).map((choice) =>
      this.edits.canWait ? { ...choice.action, data } : this.withEdits(choice),
    );
  }

  /** An action that was offered, with its edits; as it is, where the text has changed since, or it had them from the start. */
  private resolve(action: CodeAction): CodeAction {
    const asking = action.data as Asking | undefined;
    if (!asking) return action;
    const { parameters, version } = asking;
    const uri = URI.parse(parameters.textDocument.uri);
    const document = this.services.shared.workspace.LangiumDocuments.getDocument(uri);
    if (document?.textDocument.version !== version) return action;
    const chosen = this.choices(document, parameters).find(
      (choice) => choice.action.title === action.title && choice.action.kind === action.kind,
    );
    return chosen ? this.withEdits(chosen) : action;
  }

  private choices(document: LangiumDocument, { range, context }: CodeActionParams): readonly Choice[] {
    // The editor's text changes as soon as it is edited, the tree when it is read again: until then nobody knows what is where.
    if (!isRead(document)) return [];
    const source = document as Source;
    // What concerns the whole file is offered only when it is asked for.
    const isAskedFor: Asked = (kind) =>
      context.only?.some((asked) => isWithin(kind, asked)) ?? !isWithin(kind, CodeActionKind.Source);
    return [
      ...(isAskedFor(CodeActionKind.QuickFix) ? this.quickFixesAt(range, source) : []),
      ...this.refactoringsAt(range, source, isAskedFor),
      ...this.sourceActions(source, isAskedFor),
    ];
  }

  private quickFixesAt(range: Range, document: Source): Choice[] {
    const here = (document.diagnostics ?? []).filter((diagnostic) => touch(diagnostic.range, range));
    const single = here.flatMap((diagnostic) =>
      quickFixes(foundIn(diagnostic), document, this.services).map((fix) =>
        choice(CodeActionKind.QuickFix, fix, { diagnostics: [diagnostic], isPreferred: fix.isOnly }),
      ),
    );
    const findings = findingsOf(document);
    const codes = new Set(here.map((diagnostic) => foundIn(diagnostic).code));
    const several = [...codes].flatMap((code) => fixAllOfKind(code, findings, document, this.services) ?? []);
    return [...single, ...several.map((fix) => choice(CodeActionKind.QuickFix, fix))];
  }

  private refactoringsAt({ start, end }: Range, document: Source, isAskedFor: Asked): Choice[] {
    const kinds = (Object.keys(REFACTORINGS) as Refactoring['kind'][]).filter((kind) => isAskedFor(REFACTORINGS[kind]));
    if (kinds.length === 0) return [];
    const { textDocument } = document;
    const place = { start: textDocument.offsetAt(start), end: textDocument.offsetAt(end) };
    return refactorings(place, document, this.services, { canCreate: this.edits.canCreate })
      .filter(({ kind }) => kinds.includes(kind))
      .map((refactoring) => choice(REFACTORINGS[refactoring.kind], refactoring));
  }

  private sourceActions(document: Source, isAskedFor: Asked): Choice[] {
    const findings = findingsOf(document);
    const fixAll = isAskedFor(FIX_ALL) && fixAllSafe(findings, document, this.services);
    const organize =
      isAskedFor(CodeActionKind.SourceOrganizeImports) && leaveOutUses(findings, document, this.services);
    return [
      ...(fixAll ? [choice(FIX_ALL, fixAll)] : []),
      ...(organize ? [choice(CodeActionKind.SourceOrganizeImports, organize)] : []),
    ];
  }

  private withEdits({ action, offered }: Choice): CodeAction {
    const { edits, creates } = offered.edits();
    const files = [...edits].map(([uri, edit]) => ({ uri, edits: [edit], isNew: creates === uri }));
    return { ...action, edit: this.edits.of(files) };
  }
}

function choice(kind: CodeActionKind, offered: Offered, more: Partial<CodeAction> = {}): Choice {
  return { action: { title: offered.title, kind, ...more }, offered };
}

function findingsOf({ diagnostics }: Source): readonly Finding[] {
  return (diagnostics ?? []).map(foundIn);
}

function foundIn(diagnostic: Diagnostic): Finding {
  return diagnostic.data as Finding;
}

/** Whether a kind of action is of that kind or a more particular one: `source.fixAll.poise` is within `source`. */
function isWithin(kind: CodeActionKind, whole: string): boolean {
  return whole === CodeActionKind.Empty || kind === whole || kind.startsWith(`${whole}.`);
}

function touch(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
