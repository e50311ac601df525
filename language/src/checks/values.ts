import { shortened } from '../findings/shortened.ts';
import { code } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { readString } from '../parsing/strings.ts';
import { writtenWords } from '../structure/tree.ts';
import { currencyDecimals } from '../vocabulary/currencies.ts';
import { convertTime, timeUnit } from '../vocabulary/time-units.ts';
import type { Check, CheckContext } from './check.ts';
import { isDate } from './dates.ts';
import { lengthMustBeUsable } from './durations.ts';
import { describeType, type FactInQuestion, type FactType, factInQuestion } from './fact-types.ts';

/** What a scenario or an agent reports of a fact is a value that it can have. */
export const reportedValueMustFit: Check<ast.FactValue | ast.AgentRecords> = (report, context) => {
  const [fact, property] = ast.isFactValue(report) ? [report.fact?.ref, 'fact'] : [report.field?.ref, 'field'];
  if (ast.isSituation(fact)) context.report('given-situation', { situation: fact.name }, { node: report, property });
  else valueMustFit(factInQuestion(fact), report.value, context);
};

/** A value is one that its fact can have: of its type, in its unit, in its range. Nothing is said where the fact itself is broken. */
export function valueMustFit(
  fact: FactInQuestion | undefined,
  value: ast.Literal | undefined,
  context: CheckContext,
): void {
  const written = writtenWords(value?.$cstNode);
  if (!fact || !value || !written) return;
  if (ast.isNumberLiteral(value) && isCounted(fact.type)) {
    // A number with too many digits has been reported as one.
    if (Math.abs(value.value) < 1e15) numberMustFit(fact, fact.type, value, written, context);
    return;
  }
  if (isOfType(value, fact.type)) return;
  const instead = insteadOf(value, fact.type);
  const type = describeType(fact.type);
  context.report(
    'wrong-type',
    { fact: fact.name, type, written: shortened(written, 40), ...(instead !== undefined && { instead }) },
    { node: value },
  );
}

type CountedType = Extract<FactType, { kind: 'range' | 'number' | 'count' | 'time' | 'measured-time' | 'money' }>;

function isCounted(type: FactType): type is CountedType {
  return ['range', 'number', 'count', 'time', 'measured-time', 'money'].includes(type.kind);
}

/** Which words of a choice are right is for the names' checks to say. */
function isOfType(value: ast.Literal, { kind }: FactType): boolean {
  if (ast.isChoiceLiteral(value)) return kind === 'choice';
  if (ast.isFlagLiteral(value)) return kind === 'flag' || kind === 'situation';
  if (ast.isDateLiteral(value)) return kind === 'date';
  return ast.isTextLiteral(value) && kind === 'text';
}

function numberMustFit(
  fact: FactInQuestion,
  type: CountedType,
  literal: ast.NumberLiteral,
  written: string,
  context: CheckContext,
): void {
  const { report } = context;
  const { value, unit } = literal;
  const number = written.split(/\s/)[0] ?? written;
  const named = { fact: fact.name, type: describeType(type), written };
  const place = { node: literal };
  const mustLieIn = (converted: number, min = 0, max?: number): void => {
    const shown = type.kind === 'time' ? ` ${type.word}` : type.kind === 'money' ? ` ${type.currency}` : '';
    if (converted >= min && (max === undefined || converted <= max)) return;
    const range =
      max === undefined ? `from ${code(`${min}${shown}`)} up` : `from ${code(`${min}`)} to ${code(`${max}${shown}`)}`;
    report('out-of-range', { fact: fact.name, range, written }, place);
  };
  switch (type.kind) {
    case 'range':
    case 'number':
    case 'count':
      if (unit !== undefined) report('unneeded-unit', { ...named, proposal: number }, place);
      else if (type.kind === 'range') mustLieIn(value, type.min, type.max);
      else if (type.kind === 'count' && !Number.isInteger(value))
        report('not-whole', { what: code(fact.name), written }, place);
      else if (type.kind === 'count') mustLieIn(value);
      return;
    case 'time':
    case 'measured-time': {
      const word = type.kind === 'time' ? type.word : 'minutes';
      const from = timeUnit(unit);
      if (unit === undefined) report('missing-unit', { ...named, proposal: `${number} ${word}` }, place);
      else if (!from) report('wrong-unit', { ...named, unit: type.kind === 'time' ? word : 'minutes or hours' }, place);
      else if (value < 0) mustLieIn(value);
      else if (lengthMustBeUsable(literal, value, from, context, { orNone: true }) && type.kind === 'time') {
        const converted = convertTime(value, from, type.unit);
        if (converted === undefined) report('uneven-unit', { fact: fact.name, unit: word, written }, place);
        else mustLieIn(converted, type.min, type.max);
      }
      return;
    }
    case 'money':
      if (unit === undefined) report('missing-unit', { ...named, proposal: `${number} ${type.currency}` }, place);
      else if (unit === type.currency) mustLieIn(value, type.min, type.max);
      // A currency that doesn't exist has been reported, here or where the fact is declared.
      else if (
        timeUnit(unit) ||
        (currencyDecimals(unit) !== undefined && currencyDecimals(type.currency) !== undefined)
      )
        report('wrong-unit', { ...named, unit: type.currency }, place);
  }
}

/** What a value of the wrong type most likely stands for, if that can be said. */
function insteadOf(value: ast.Literal, type: FactType): string | undefined {
  const word = ast.isChoiceLiteral(value)
    ? (value.choice?.$refText ?? '')
    : ast.isTextLiteral(value)
      ? (value.value?.parts ?? []).map((part) => readString(part).text).join(' ')
      : writtenWords(value.$cstNode);
  switch (type.kind) {
    case 'choice':
      return type.choices.find((choice) => choice === word.toLowerCase());
    case 'flag':
    case 'situation':
      return /^(yes|y|true|1)$/i.test(word) ? 'yes' : /^(no|n|false|0)$/i.test(word) ? 'no' : undefined;
    case 'date':
      return isDate(word) ? word : undefined;
    case 'text':
      return ast.isTextLiteral(value) ? undefined : `"${word}"`;
    case 'range':
    case 'number':
    case 'count':
      return /^-?\d{1,15}(\.\d+)?$/.test(word) ? word : undefined;
    default:
      return undefined;
  }
}
