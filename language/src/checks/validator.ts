import type { AstNode, DocumentValidator, LangiumDocument } from 'langium';
import type { Diagnostic } from 'vscode-languageserver-types';
import { finding } from '../findings/catalogue.ts';
import type { Finding, Severity } from '../findings/finding.ts';
import * as ast from '../generated/ast.ts';
import type { PlaybookServices } from '../services.ts';
import { compareTexts } from '../structure/order.ts';
import { visitNodes } from '../structure/tree.ts';
import { EXAMPLE_CURRENCY } from '../vocabulary/currencies.ts';
import { DEFAULT_LOCALE } from '../vocabulary/languages.ts';
import type { CheckContext, Report } from './check.ts';
import { withoutNoise } from './noise.ts';
import { rangeOf } from './places.ts';
import { unresolvedReferences } from './references.ts';
import { checksFor } from './registry.ts';
import { syntaxFindings } from './syntax-errors.ts';
import { withNameForTitle } from './titles-for-names.ts';

const SEVERITIES: Readonly<Record<Severity, 1 | 2 | 3>> = { error: 1, warning: 2, info: 3 };

/**
 * Finds everything that one file's text can tell: what the lexer, the parser and the linker stumbled over, in our own words, then the checks.
 * The language's findings travel as the `data` of LSP diagnostics; `findingsOf` gets them back.
 */
export class PlaybookValidator implements DocumentValidator {
  protected readonly services: PlaybookServices;

  constructor(services: PlaybookServices) {
    this.services = services;
  }

  validateDocument(document: LangiumDocument): Promise<Diagnostic[]> {
    return Promise.resolve(this.check(document as LangiumDocument<ast.PlaybookFile>).map(toDiagnostic));
  }

  /** Looks at one file. Its names are resolved now, if they haven't been. */
  check(document: LangiumDocument<ast.PlaybookFile>): Finding[] {
    const { today, locale = DEFAULT_LOCALE, currency = EXAMPLE_CURRENCY, moreChecks = [] } = this.services.settings;
    const { Workspace: workspace } = this.services;
    const syntax = syntaxFindings(document, currency).map((found) => withNameForTitle(found, document, workspace));
    const others: Finding[] = [];
    const context: CheckContext = {
      report: reporter((found) => others.push(found)),
      workspace,
      today,
      locale,
      currency,
    };
    unresolvedReferences(document, this.services, context);
    visitNodes(document.parseResult.value, (node) => {
      for (const check of checksFor(node)) check(node, context);
      for (const check of moreChecks) check(node, context);
    });
    const isName = (word: string): boolean =>
      this.services.Workspace.visible(document, NAMED_IN_LINES, word).length > 0;
    return [...withoutNoise(document, syntax, others, isName)].sort(byPlace);
  }
}

/** What a line names where it may have words in quotes instead. */
const NAMED_IN_LINES = [
  ...[ast.Action.$type, ast.Field.$type, ast.Wording.$type, ast.PhraseList.$type],
  ...[ast.Offer.$type, ast.Signal.$type],
];

function reporter(add: (found: Finding) => void): Report {
  return (code, parameters, place) => {
    add({
      ...finding(code, parameters),
      range: rangeOf(place),
      related: place.related ?? [],
      ...(place.unnecessary && { unnecessary: true }),
      ...(place.deprecated && { deprecated: true }),
    });
  };
}

/** What was found in a file, once it has been validated. */
export function findingsOf(document: LangiumDocument<AstNode>): readonly Finding[] {
  return (document.diagnostics ?? []).map((diagnostic) => diagnostic.data as Finding);
}

/** As the protocol has them: shown faded, and struck through. */
const TAGS = { unnecessary: 1, deprecated: 2 } as const;

/** A finding as an editor shows it. */
export function toDiagnostic(found: Finding): Diagnostic {
  return {
    code: found.code,
    source: 'poise',
    severity: SEVERITIES[found.severity],
    message: found.help ? `${found.message}\n${found.help}` : found.message,
    range: found.range,
    ...(found.unnecessary && { tags: [TAGS.unnecessary] }),
    ...(found.deprecated && { tags: [TAGS.deprecated] }),
    ...(found.related.length > 0 && {
      relatedInformation: found.related.map(({ uri, range, message }) => ({ location: { uri, range }, message })),
    }),
    data: found,
  };
}

function byPlace(a: Finding, b: Finding): number {
  return (
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character ||
    compareTexts(a.code, b.code)
  );
}
