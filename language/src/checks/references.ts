import { type AstNode, AstUtils, type LangiumDocument, type ReferenceInfo, UriUtils } from 'langium';
import { nearest } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { fileOf, headingOf } from '../linking/files.ts';
import { factOfChoice, type PlaybookScopeProvider, subjectType } from '../linking/scope.ts';
import type { PlaybookServices } from '../services.ts';
import { rightName } from '../structure/names.ts';
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
  const scope = services.references.ScopeProvider.getScope(info);
  const known = [...scope.getAllElements()].map((element) => rightName(element.name));
  // Who writes a name rightly that is declared wrongly has made no second mistake.
  if (known.includes(name)) return;
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
      ...(suggestion === undefined && !file && asWords(node, property, name)),
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

const CONVERSATION = /^(?:call|case|chat|contact|conversation|ticket)$/;

/** What to do about a name that nobody has declared where it may be meant as words: in quotes where they can stand, else as a phrase list. */
function asWords(node: AstNode, property: string, name: string): { words?: string; list?: string; instead?: string } {
  if (ast.isAgentEndsEscalation(node) && CONVERSATION.test(name))
    return { instead: 'to end the conversation write `agent closes conversation`' };
  const words = `"${name.replaceAll('_', ' ')}"`;
  if (ast.isPhraseListReference(node) || ast.isDo(node) || property === 'wording') return { words };
  return ast.isAlwaysSay(node) ? { list: `phrases ${rightName(name)}: ${words}` } : {};
}

function withSuggestion(suggestion: string | undefined): { suggestion?: string } {
  return suggestion === undefined ? {} : { suggestion };
}
