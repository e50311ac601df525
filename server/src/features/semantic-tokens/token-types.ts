import { ast, isRetired } from '@poise/language';
import { SemanticTokenModifiers, type SemanticTokensLegend, SemanticTokenTypes } from 'vscode-languageserver';

/** The kinds of declarations that have a name. */
export type NamedKind =
  | Exclude<ast.Member, ast.Use | ast.Scenario>['$type']
  | (ast.Stage | ast.Choice | ast.Offer | ast.Commitment)['$type'];

/** How each kind of name is shown: by types that all editors know, so that their themes have colours for them. */
const TYPES = {
  Heading: SemanticTokenTypes.namespace,
  Signal: SemanticTokenTypes.variable,
  Situation: SemanticTokenTypes.variable,
  Field: SemanticTokenTypes.property,
  Choice: SemanticTokenTypes.enumMember,
  Team: SemanticTokenTypes.class,
  Framework: SemanticTokenTypes.interface,
  Stage: SemanticTokenTypes.interface,
  PhraseList: SemanticTokenTypes.type,
  Wording: SemanticTokenTypes.type,
  Step: SemanticTokenTypes.function,
  Action: SemanticTokenTypes.method,
  Offer: SemanticTokenTypes.method,
  Commitment: SemanticTokenTypes.method,
  Trigger: SemanticTokenTypes.event,
  Boundary: SemanticTokenTypes.event,
  Escalation: SemanticTokenTypes.event,
  FollowUp: SemanticTokenTypes.event,
  AgentCare: SemanticTokenTypes.event,
  Trend: SemanticTokenTypes.event,
} as const satisfies Record<NamedKind, SemanticTokenTypes>;

/** Units of time and currencies: no type that all editors know fits. */
export const UNIT = 'unit';

export type TokenType =
  | (typeof TYPES)[NamedKind]
  | SemanticTokenTypes.number
  | SemanticTokenTypes.operator
  | typeof UNIT;

const TOKEN_TYPES: readonly TokenType[] = [
  ...new Set(Object.values(TYPES)),
  SemanticTokenTypes.number,
  SemanticTokenTypes.operator,
  UNIT,
];

/** What is said of a name beyond its kind. A token has any number of them, each a bit. */
const MODIFIERS = [
  SemanticTokenModifiers.declaration,
  /** A signal that never changes during a conversation. */
  SemanticTokenModifiers.readonly,
  /** A playbook that is retired. */
  SemanticTokenModifiers.deprecated,
  /** A fact that every conversation has by itself. */
  SemanticTokenModifiers.defaultLibrary,
] as const;

export type TokenModifier = (typeof MODIFIERS)[number];

export const LEGEND: SemanticTokensLegend = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...MODIFIERS] };

/** The number of a type in the legend. */
export function typeNumber(type: TokenType): number {
  return TOKEN_TYPES.indexOf(type);
}

/** Modifiers as the bits of the legend. */
export function modifierBits(modifiers: readonly TokenModifier[]): number {
  return modifiers.reduce((bits, modifier) => bits | (1 << MODIFIERS.indexOf(modifier)), 0);
}

/** How the name of a declaration is shown, wherever it stands. */
export function shownAs(declaration: { readonly $type: string }): {
  readonly type: TokenType | undefined;
  readonly modifiers: readonly TokenModifier[];
} {
  const types: Readonly<Record<string, TokenType>> = TYPES;
  const modifiers: TokenModifier[] = [];
  if (ast.isSignal(declaration) && declaration.fixed) modifiers.push(SemanticTokenModifiers.readonly);
  if (ast.isHeading(declaration) && isRetired(declaration)) modifiers.push(SemanticTokenModifiers.deprecated);
  return { type: types[declaration.$type], modifiers };
}
