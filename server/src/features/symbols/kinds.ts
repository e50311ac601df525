import type { ast } from '@poise/language';
import { SymbolKind } from 'vscode-languageserver';

type Shown = ast.Member['$type'] | ast.Item['$type'] | ast.Ladder['$type'] | ast.Stage['$type'];

/** The picture that an editor shows beside each kind of thing. Lines that aren't listed get that of a property. */
const KINDS: Readonly<Partial<Record<Shown, SymbolKind>> & Record<ast.Member['$type'], SymbolKind>> = {
  Use: SymbolKind.File,
  Heading: SymbolKind.Module,
  Signal: SymbolKind.Variable,
  Field: SymbolKind.Field,
  Action: SymbolKind.Function,
  Situation: SymbolKind.Boolean,
  Wording: SymbolKind.String,
  PhraseList: SymbolKind.Array,
  Team: SymbolKind.Interface,
  Framework: SymbolKind.Enum,
  Stage: SymbolKind.EnumMember,
  Trigger: SymbolKind.Event,
  Step: SymbolKind.Method,
  Boundary: SymbolKind.Key,
  Escalation: SymbolKind.Event,
  FollowUp: SymbolKind.Event,
  AgentCare: SymbolKind.Event,
  Trend: SymbolKind.Event,
  Scenario: SymbolKind.Object,
  Say: SymbolKind.String,
  Ask: SymbolKind.Field,
  Record: SymbolKind.Field,
  Offer: SymbolKind.Constant,
  Commitment: SymbolKind.Constant,
  Never: SymbolKind.Key,
};

/** The picture for something of a file. */
export function symbolKindOf(type: string): SymbolKind {
  return KINDS[type as Shown] ?? SymbolKind.Property;
}
