import * as ast from '../generated/ast.ts';
import { writtenWords } from '../structure/tree.ts';
import type { Check } from './check.ts';
import { rangeOf } from './places.ts';
import { boundOf } from './slips/comparisons.ts';

/** A question about a value, and whether it asks if that is not so: `channel is not phone`. */
interface Question {
  readonly comparison: ast.Comparison;
  readonly value: ast.Literal;
  readonly negated: boolean;
}

/** `channel is phone or email`, `anger is 8 or higher`: `and` and `or` join questions, not values. */
export const valuesMustNotBeJoined: Check<ast.Logic> = (logic, { report }) => {
  const { operands } = logic;
  for (let first = 0; first < operands.length; first++) {
    const question = questionOf(operands[first]);
    if (!question) continue;
    const joined = choicesBehind(question, logic, first) ?? boundBehind(question, logic, first);
    if (!joined) continue;
    const { comparison, negated } = question;
    const subject = comparison.subject?.$refText ?? comparison.builtin ?? '';
    const isPast = ast.isValueRelation(comparison.relation) && comparison.relation.past;
    const start = rangeOf({ node: negated ? comparison : question.value }).start;
    const { end } = rangeOf({ node: joined.last });
    const found = operands.slice(first, first + joined.count + 1).map(({ $cstNode }) => writtenWords($cstNode));
    const operators = logic.operators.slice(first, first + joined.count);
    if (!negated) found[0] = writtenWords(question.value.$cstNode);
    report(
      'unexpected-word',
      {
        found: found.map((words, index) => (index === 0 ? words : `${operators[index - 1]} ${words}`)).join(' '),
        suggestion: negated ? `not ${subject} ${isPast ? 'has been' : 'is'} ${joined.instead}` : joined.instead,
      },
      { node: logic, range: { start, end } },
    );
    first += joined.count;
  }
};

/** What is joined to a question as if it were one of its values. */
interface Joined {
  readonly count: number;
  readonly last: ast.Condition;
  readonly instead: string;
}

function choicesBehind({ comparison, value, negated }: Question, logic: ast.Logic, first: number): Joined | undefined {
  const fact = comparison.subject?.ref;
  if (!ast.isValue(fact) || !ast.isChoiceType(fact.valueType) || !ast.isChoiceLiteral(value)) return undefined;
  const choices = fact.valueType.choices.map(({ name }) => name);
  const named = [value.choice?.$refText ?? ''];
  let last: ast.Condition | undefined;
  for (const [index, operand] of logic.operands.entries()) {
    if (index <= first) continue;
    const word = bareWord(negated && ast.isNegation(operand) ? operand.operand : operand);
    const isJoined = negated || logic.operators[index - 1] === 'or';
    if (!isJoined || word === undefined || !choices.includes(word)) break;
    named.push(word);
    last = operand;
  }
  return last && { count: named.length - 1, last, instead: `one of ${named.join(', ')}` };
}

function boundBehind({ value }: Question, logic: ast.Logic, first: number): Joined | undefined {
  const last = logic.operands[first + 1];
  const bound = boundOf(bareWord(last) ?? '');
  if (!last || bound === undefined || logic.operators[first] !== 'or') return undefined;
  if (!ast.isNumberLiteral(value) && !ast.isDateLiteral(value)) return undefined;
  return { count: 1, last, instead: `${bound} ${writtenWords(value.$cstNode)}` };
}

function questionOf(operand: ast.Condition | undefined): Question | undefined {
  const isNegation = ast.isNegation(operand);
  const comparison = isNegation ? operand.operand : operand;
  if (!ast.isComparison(comparison) || !ast.isValueRelation(comparison.relation)) return undefined;
  const { operator, value, messages, window } = comparison.relation;
  const negated = operator !== undefined;
  const isPlain = (!negated || operator === 'not') && !(negated && isNegation) && messages === undefined && !window;
  return isPlain && value ? { comparison, value, negated } : undefined;
}

/** The word that stands where a question should, unless it is a fact: that can be asked as it is. */
function bareWord(operand: ast.Condition | undefined): string | undefined {
  if (!ast.isComparison(operand) || operand.relation || ast.isFact(operand.subject?.ref)) return undefined;
  return operand.subject?.$refText;
}
