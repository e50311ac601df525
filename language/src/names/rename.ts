import {
  type AstNode,
  AstUtils,
  isReference,
  type LangiumDocument,
  type ParseResult,
  type ReferenceInfo,
  UriUtils,
} from 'langium';
import { isShared, nameSpaceOf } from '../checks/duplicates.ts';
import { pathBetween, rangeOf } from '../checks/places.ts';
import { finding } from '../findings/catalogue.ts';
import { article, code, nearest } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { documentOf } from '../linking/files.ts';
import { subjectType } from '../linking/scope.ts';
import type { Declared, Workspace } from '../linking/workspace.ts';
import type { PlaybookServices } from '../services.ts';
import { nameProblem } from '../structure/names.ts';
import { nounOf } from '../structure/nouns.ts';
import { visitNodes } from '../structure/tree.ts';
import { RESERVED_WORDS } from '../structure/words.ts';
import { type NamePlace, occurrencesOf } from './named.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** What comes of giving something another name: every place where it is written, or why it can't be called so, as a sentence. */
export type Renaming =
  | { readonly kind: 'renamed'; readonly places: readonly NamePlace[] }
  | { readonly kind: 'refused'; readonly because: string };

/** Gives what is named at a place another name, everywhere. It is refused if anything in the workspace would mean something else afterwards. */
export function rename(
  { declaration, document }: Pick<NamePlace, 'declaration' | 'document'>,
  name: string,
  services: PlaybookServices,
): Renaming {
  if (name === declaration.name) return { kind: 'renamed', places: [] };
  const wrong = wrongWith(name, declaration);
  if (wrong !== undefined) return { kind: 'refused', because: sentence(wrong) };
  const places = occurrencesOf(declaration, services.Workspace);
  const taken = takenBy(name, declaration, places, services);
  if (taken) {
    const where = `in ${code(pathBetween(document, documentOf(taken)))}, line ${rangeOf({ node: taken, property: 'name' }).start.line + 1}`;
    const because = `there is already ${article(nounOf(taken.$type))} called ${code(name)} ${where}: choose another name`;
    return { kind: 'refused', because: sentence(because) };
  }
  const lost = lostAs(name, declaration, places, services);
  return lost === undefined ? { kind: 'renamed', places } : { kind: 'refused', because: sentence(lost) };
}

/** What is wrong with a name itself. */
function wrongWith(name: string, declaration: Declared): string | undefined {
  if (RESERVED_WORDS.has(name)) return `${code(name)} is a word of the language and can't be a name: choose another`;
  const problem = nameProblem(name, ast.isHeading(declaration));
  return problem && finding(problem.code, problem.parameters).message;
}

/** What has the name already, where the two would be taken for each other. */
function takenBy(
  name: string,
  declaration: Declared,
  places: readonly NamePlace[],
  services: PlaybookServices,
): Declared | undefined {
  return (
    twinOf(name, declaration, services.Workspace) ??
    meantInstead(name, places, services) ??
    nolongerMeant(name, declaration, services)
  );
}

/** Something of the same kind that has the name, where each name is given once. */
function twinOf(name: string, declaration: Declared, workspace: Workspace): Declared | undefined {
  const own = documentOf(declaration);
  if (ast.isChoice(declaration)) return declaration.$container.choices.find((choice) => choice.name === name);
  if (ast.isStage(declaration)) return declaration.$container.stages.find((stage) => stage.name === name);
  const twins = nameSpaceOf(declaration.$type).flatMap((kind) => workspace.everywhere(kind, name));
  if (ast.isHeading(declaration) || twins.length === 0) return twins[0];
  if (!isShared(declaration)) return twins.find((twin) => documentOf(twin) === own);
  const seeing = workspace.documents().map((document) => new Set(workspace.closureOf(document)));
  return twins.find((twin) => seeing.some((seen) => seen.has(own) && seen.has(documentOf(twin))));
}

/** What a line would mean by the new name that names this thing now. */
function meantInstead(name: string, places: readonly NamePlace[], services: PlaybookServices): Declared | undefined {
  for (const { role, document, node, declaration } of places) {
    for (const info of role === 'reference' ? AstUtils.streamReferences(node) : []) {
      if (targetOf(info) !== declaration) continue;
      const [other] = services.Workspace.visible(document, kindsMeant(info, services), name);
      if (other) return other;
    }
  }
  return undefined;
}

/** What a line means by that name now that would mean this thing then. */
function nolongerMeant(name: string, declaration: Declared, services: PlaybookServices): Declared | undefined {
  const { Workspace: workspace, shared } = services;
  const own = documentOf(declaration);
  for (const kind of shared.AstReflection.getAllTypes()) {
    for (const other of workspace.everywhere(kind, name)) {
      const isTaken = workspace
        .referrersOf(other)
        .some((node) =>
          AstUtils.streamReferences(node).some(
            (info) =>
              targetOf(info) === other &&
              kindsMeant(info, services).includes(declaration.$type) &&
              workspace.closureOf(documentOf(node)).includes(own),
          ),
        );
      if (isTaken) return other;
    }
  }
  return undefined;
}

function targetOf({ reference }: ReferenceInfo): AstNode | undefined {
  return isReference(reference) ? reference.ref : undefined;
}

/** The kinds of things of which a line means one. What belongs to one fact, framework or file, or is known everywhere, is told apart by that. */
function kindsMeant(info: ReferenceInfo, { shared }: PlaybookServices): readonly string[] {
  const type = shared.AstReflection.getReferenceType(info);
  const isApart = [ast.Choice.$type, ast.Stage.$type, ast.Step.$type, ast.Heading.$type].some((kind) => kind === type);
  return isApart ? [] : shared.AstReflection.getAllSubTypes(subjectType(info.container, type));
}

/** What could no longer be read, or found, by the new name. */
function lostAs(
  name: string,
  declaration: Declared,
  places: readonly NamePlace[],
  services: PlaybookServices,
): string | undefined {
  if (ast.isSignal(declaration) && declaration.name === CHANNEL && namesChannels(declaration, services.Workspace))
    return `${code('on …')} in steps looks for a signal called ${code(CHANNEL)}, so that one has to keep its name`;
  // A word of the language, or one spelt like it, can't stand wherever another name can.
  if (nearest(name, Object.keys(services.parser.Lexer.definition)) === undefined) return undefined;
  for (const document of new Set(places.map((place) => place.document))) {
    const after = services.parser.LangiumParser.parse(withName(document, name, places));
    if (reading(after) !== reading(document.parseResult))
      return `a line of ${code(UriUtils.basename(document.uri))} would be read otherwise with ${code(name)} in it: choose a name that is less like a word of the language`;
  }
  return undefined;
}

const CHANNEL = 'channel';

function namesChannels(channel: ast.Signal, workspace: Workspace): boolean {
  const choices = ast.isChoiceType(channel.valueType) ? channel.valueType.choices : [];
  return choices.some((choice) =>
    workspace.referrersOf(choice).some((node) => 'channels' in node && hasAny(node.channels)),
  );
}

function hasAny(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}

/** How a file is read, whatever things are called in it: to compare. */
function reading({ value, lexerErrors, parserErrors }: ParseResult): string {
  const types = [`${lexerErrors.length} ${parserErrors.length}`];
  visitNodes(value, ({ $type }) => types.push($type));
  return types.join(' ');
}

/** A file's text with something called otherwise. */
function withName(document: Source, name: string, places: readonly NamePlace[]): string {
  const { textDocument } = document;
  return places
    .filter((place) => place.document === document)
    .map(({ range }) => [textDocument.offsetAt(range.start), textDocument.offsetAt(range.end)] as const)
    .sort(([a], [b]) => b - a)
    .reduce((text, [start, end]) => text.slice(0, start) + name + text.slice(end), textDocument.getText());
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
