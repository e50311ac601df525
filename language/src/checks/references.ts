import { type AstNode, AstUtils, type LangiumDocument, type ReferenceInfo, UriUtils } from 'langium';
import { nearest } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { fileOf, headingOf } from '../linking/files.ts';
import { factOfChoice, type PlaybookScopeProvider, subjectType } from '../linking/scope.ts';
import type { PlaybookServices } from '../services.ts';
import { nounOf } from '../structure/nouns.ts';
import { linesOf } from '../structure/placement.ts';
import { referencesOf, visitNodes } from '../structure/tree.ts';
import type { CheckContext } from './check.ts';

/** Reports every name that means nothing, once for each place it is used. */
export function unresolvedReferences(
  document: LangiumDocument<ast.PlaybookFile>,
  services: PlaybookServices,
  context: CheckContext,
): void {
  visitNodes(document.parseResult.value, (node) => {
    for (const reference of referencesOf(node)) {
      // Asking for the target is what links it, if that hasn't been done.
      if (reference.ref === undefined && reference.error && reference.$refText !== '')
        reportUnresolved(reference.error.info, document, services, context);
    }
  });
}

function reportUnresolved(
  info: ReferenceInfo,
  document: LangiumDocument<ast.PlaybookFile>,
  services: PlaybookServices,
  { report, workspace }: CheckContext,
): void {
  const name = info.reference.$refText;
  const { container: node, property } = info;
  // In a long list, to look for the nth name takes longer the longer the list is.
  const written = info.reference.$refNode;
  const place = { node, property, ...(written && { range: written.range }) };
  const type = services.shared.AstReflection.getReferenceType(info);
  // Of what may be in a file that isn't there, that file's `use` line says all there is to say.
  const isWhole = workspace.isWhole(document);
  const known = [...services.references.ScopeProvider.getScope(info).getAllElements()].map((element) => element.name);
  const suggestion = nearest(name, known);

  if (type === ast.Choice.$type) {
    const fact = factOfChoice(info, workspace);
    if (property === 'channels' && known.length === 0 && isWhole) report('no-channels', {}, place);
    // Of a fact that has no choices, or isn't there at all, the checks of the value's type have more to say.
    else if (fact && known.length > 0)
      report('unknown-choice', { name, fact: fact.name, choices: known, ...withSuggestion(suggestion) }, place);
    return;
  }
  if (type === ast.Stage.$type) {
    const heading = headingOf(fileOf(node));
    const framework = heading && linesOf(heading, ast.isFollows)[0]?.framework;
    if (heading && !framework) report('stage-without-framework', { stage: name }, place);
    else if (framework?.ref)
      report('foreign-stage', { stage: name, framework: framework.ref.name, ...withSuggestion(suggestion) }, place);
    else if (!framework && isWhole)
      report('unknown-name', { kind: 'stage', name, ...withSuggestion(suggestion) }, place);
    return;
  }
  if (!isWhole && !isKnownWithoutUse(info, type)) return;
  const kinds = (services.references.ScopeProvider as PlaybookScopeProvider).kindsOf(type);
  // A step isn't seen from here even if its file is used.
  const isSeenIfUsed = (declared: AstNode) => !ast.isStep(declared);
  const elsewhere =
    suggestion === undefined ? kinds.flatMap((kind) => workspace.everywhere(kind, name)).find(isSeenIfUsed) : undefined;
  const file = elsewhere && AstUtils.getDocument(elsewhere).uri;
  report(
    'unknown-name',
    {
      kind: nounOf(type === 'Subject' ? subjectType(node, type) : type),
      name,
      ...withSuggestion(suggestion),
      ...(file &&
        file.toString() !== document.uri.toString() && {
          file: UriUtils.relative(UriUtils.dirname(document.uri), file),
        }),
    },
    place,
  );
}

/** Steps belong to their own file, and playbooks are known in the whole workspace. */
function isKnownWithoutUse({ container }: ReferenceInfo, type: string): boolean {
  const isPlaybook = type === ast.Heading.$type || (type === 'Beatable' && ast.isHeading(container.$container));
  return isPlaybook || type === ast.Step.$type;
}

function withSuggestion(suggestion: string | undefined): { suggestion?: string } {
  return suggestion === undefined ? {} : { suggestion };
}
