import { type AstNode, AstUtils } from 'langium';
import { nameSpaceOf } from '../checks/duplicates.ts';
import { code } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { headingOf } from '../linking/files.ts';
import { nameProblem } from '../structure/names.ts';
import { nounOf } from '../structure/nouns.ts';
import { writtenWords } from '../structure/tree.ts';
import { RESERVED_WORDS } from '../structure/words.ts';
import { EXAMPLE_CURRENCY } from '../vocabulary/currencies.ts';
import { timeUnit } from '../vocabulary/time-units.ts';
import type { Change, Fix, FixContext, Fixer, Source } from './fix.ts';
import { atTheTop, below } from './lines.ts';

interface Missing {
  readonly name: string;
  readonly suggestion?: string | undefined;
}

/** The lines that declare something so that its author can fill them in; nothing where that is for the author alone. */
type Template = (name: string, node: AstNode) => string | undefined;

const TEMPLATES: { readonly [Type in ast.Member['$type']]?: Template } = {
  Signal: (name, node) => withType('signal', name, node),
  Field: (name, node) => withType('field', name, node),
  Action: (name) => `action ${name} "What the agent does"`,
  Wording: (name) => `wording ${name}\n  "The exact words."`,
  PhraseList: (name, node) =>
    `phrases ${name}:\n  "${ast.isAlwaysSay(node) ? name.replaceAll('_', ' ') : 'words that are listened for'}"`,
  Team: (name) => `team ${name}\n  answers within 5 minutes`,
  Step: (name) => `step ${name}\n  goal "What is true when this has gone well."\n  do   "What to do here."`,
};

/** Which kind of declaration is missing where a line names one of several. A situation is declared for what conditions ask, so it isn't guessed. */
const USUAL: Readonly<Record<string, ast.Member['$type']>> = {
  [nounOf('Fact')]: ast.Signal.$type,
  [nounOf('Value')]: ast.Field.$type,
  [nounOf('Sayable')]: ast.PhraseList.$type,
};

/** Declares what a line names and nobody has declared. */
export const declareIt: Fixer<Missing & { readonly kind: string }> = (context) => {
  const type =
    USUAL[context.data.kind] ??
    (Object.keys(TEMPLATES) as ast.Member['$type'][]).find((one) => nounOf(one) === context.data.kind);
  return type === undefined ? [] : declare(type, context);
};

/** Declares the field that a text has filled in. */
export const declareFilledIn: Fixer<Missing & { readonly kind?: string | undefined }> = (context) =>
  context.data.kind === undefined ? declare(ast.Signal.$type, context) : [];

function declare(
  type: ast.Member['$type'],
  { data: { name }, node, document, workspace }: FixContext<Missing>,
): readonly Fix[] {
  if (RESERVED_WORDS.has(name) || nameProblem(name, false)) return [];
  if (type === ast.Step.$type && !headingOf(document.parseResult.value)) return [];
  if (workspace.visible(document, nameSpaceOf(type), name).length > 0) return [];
  const lines = TEMPLATES[type]?.(name, node);
  if (lines === undefined) return [];
  return [{ title: `Create the ${nounOf(type)} ${code(name)}`, changes: [declared(type, lines, node, document)] }];
}

/** What kind of value something has of which a line says this: the signal or field can then be made more exact. */
function withType(keyword: string, name: string, node: AstNode): string {
  return `${keyword} ${name} ${typeBy(node)}`;
}

function typeBy(node: AstNode): string {
  if (ast.isFactValue(node) || ast.isAgentRecords(node)) return typeOfValue(node.value);
  if (ast.isFactAmount(node)) return `in ${EXAMPLE_CURRENCY}`;
  if (!ast.isComparison(node)) return 'text';
  const { relation } = node;
  if (relation === undefined) return 'yes or no';
  if (ast.isValueRelation(relation)) return relation.window ? 'count' : typeOfValue(relation.value);
  return ast.isOneOfRelation(relation)
    ? `one of ${relation.values.map(({ $cstNode }) => writtenWords($cstNode)).join(', ')}`
    : 'text';
}

function typeOfValue(value: ast.Literal | undefined): string {
  const written = writtenWords(value?.$cstNode);
  if (ast.isFlagLiteral(value)) return 'yes or no';
  if (ast.isDateLiteral(value)) return 'date';
  if (ast.isChoiceLiteral(value)) return `one of ${written}`;
  if (!ast.isNumberLiteral(value)) return 'text';
  return value.unit === undefined ? 'number' : `in ${value.unit}${timeUnit(value.unit) === value.unit ? 's' : ''}`;
}

/** What is known of a conversation and who is there stands above the rules, a step below the one that leads there. */
export function declared(type: ast.Member['$type'], lines: string, node: AstNode, document: Source): Change {
  const { members } = document.parseResult.value;
  const kin =
    type === ast.Step.$type
      ? AstUtils.getContainerOfType(node, ast.isStep)
      : members.findLast((member) => member.$type === type);
  const isShort = !lines.includes('\n');
  if (kin) return below(document, kin, isShort ? lines : `\n${lines}`);
  const above =
    type === ast.Step.$type
      ? (members.findLast(ast.isStep) ?? members.at(-1))
      : (members.findLast((member) => GROUND.has(member.$type)) ?? headingOf(document.parseResult.value));
  return above ? below(document, above, `\n${lines}`) : atTheTop(document, `${lines}\n`);
}

/** Whether rules stand on this: it is known, or somebody is there, but nothing follows from it. */
export function isGround({ $type }: ast.Member): boolean {
  return GROUND.has($type) && $type !== ast.Use.$type && $type !== ast.Heading.$type;
}

/** What rules stand on. */
const GROUND: ReadonlySet<string> = new Set([
  ...[ast.Use.$type, ast.Heading.$type, ast.Signal.$type, ast.Field.$type, ast.Action.$type, ast.Situation.$type],
  ...[ast.Wording.$type, ast.PhraseList.$type, ast.Team.$type, ast.Framework.$type],
]);
