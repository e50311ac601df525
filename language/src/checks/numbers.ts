import type { LeafCstNode } from 'langium';
import { shortened } from '../findings/shortened.ts';
import * as ast from '../generated/ast.ts';
import type { Check, CheckContext } from './check.ts';
import { writtenOf } from './written.ts';

/** So many digits every program that reads the compiled playbook keeps exactly. */
const MOST_DIGITS = 15;

/** A number has no commas, and no more digits than can be kept. */
export function numberMustBePlain(token: LeafCstNode, { report }: CheckContext): void {
  const node = token.astNode;
  if (ast.isVersion(node)) return;
  const written = token.text;
  const place = { node, range: token.range };
  const digits = written.replace(/^-?0*/, '').replaceAll(/[.,]/g, '');
  if (digits.length > MOST_DIGITS)
    report('too-many-digits', { written: shortened(written, 24), most: MOST_DIGITS }, place);
  else if (written.includes(',')) report('thousands-separator', { written, plain: written.replaceAll(',', '') }, place);
}

/** A version is `1.2.0`: three numbers, none with a zero before it. */
export const versionMustHaveThreeNumbers: Check<ast.Version> = (version, { report }) => {
  const written = writtenOf(version, 'value');
  if (written === undefined || /^(0|[1-9]\d{0,5})(\.(0|[1-9]\d{0,5})){2}$/.test(written)) return;
  const numbers = (written.match(/\d+/g) ?? []).slice(0, 3).map((digits) => String(Number(digits.slice(0, 6))));
  const proposal = [...numbers, '0', '0'].slice(0, 3).join('.');
  report('bad-version', { written: shortened(written, 24), proposal }, { node: version, property: 'value' });
};

/** A range goes upwards, and amounts of a unit begin at nothing. */
export const rangeMustGoUp: Check<ast.RangeType | ast.UnitType> = (type, { report }) => {
  const { min, max } = type;
  if (min === undefined || max === undefined) return;
  const [from, to] = [writtenOf(type, 'min'), writtenOf(type, 'max')];
  if (from === undefined || to === undefined) return;
  if (ast.isUnitType(type) && min < 0)
    report(
      'too-small',
      { what: `an amount in ${type.unit}`, least: 0, written: from },
      { node: type, property: 'min' },
    );
  else if (min >= max)
    report('bad-range', { min: from, max: min === max ? from : to }, { node: type, property: 'max' });
};

/** The counts that stand in the language's own phrases. Above the most, a conversation would have to remember too much. */
const COUNTS = {
  run: { property: 'messages', what: 'a number of messages in a row', least: 2, most: 1000 },
  occurrences: { property: 'times', what: 'a number of times', least: 2, most: 1000 },
  repeats: { property: 'times', what: 'a number of times', least: 1, most: 1000 },
  conversations: { property: 'times', what: 'a number of times', least: 1, most: 1_000_000 },
} as const;

/** `for N messages` looks at a run of at least two: of one, `is` speaks already. */
export const runMustBeCountable: Check<ast.ValueRelation | ast.OneOfRelation> = (relation, context) =>
  countMustBeUsable(relation, COUNTS.run, relation.messages, context);

/** `at least N times` counts from two on: once is what `has` says by itself. */
export const occurrencesMustBeCountable: Check<ast.Speech | ast.HappenedRelation> = (relation, context) =>
  countMustBeUsable(relation, COUNTS.occurrences, relation.times, context);

/** A follow up is repeated at least once. */
export const repeatsMustBeCountable: Check<ast.Repeat> = (repeat, context) =>
  countMustBeUsable(repeat, COUNTS.repeats, repeat.times, context);

/** A trend counts at least one conversation. */
export const conversationsMustBeCountable: Check<ast.Trend> = (trend, context) =>
  countMustBeUsable(trend, COUNTS.conversations, trend.times, context);

function countMustBeUsable(
  node: ast.ValueRelation | ast.OneOfRelation | ast.Speech | ast.HappenedRelation | ast.Repeat | ast.Trend,
  { property, what, least, most }: (typeof COUNTS)[keyof typeof COUNTS],
  count: number | undefined,
  { report }: CheckContext,
): void {
  const written = count === undefined ? undefined : writtenOf(node, property);
  if (count === undefined || written === undefined) return;
  const place = { node, property };
  if (!Number.isInteger(count)) report('not-whole', { what, written }, place);
  else if (count < least) report('too-small', { what, least, written }, place);
  else if (count > most) report('too-large', { what, most, written: shortened(written, 24) }, place);
}
