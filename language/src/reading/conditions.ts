import * as ast from '../generated/ast.ts';
import { visitNodes, writtenWords } from '../structure/tree.ts';
import type { BuiltinFactName } from '../structure/words.ts';
import { type ByType, readBy } from './by-type.ts';
import { counted, named, phraseWords } from './quote.ts';

/** Something that holds under a condition, except under another. */
export interface Guard {
  readonly when?: ast.Condition | undefined;
  readonly unless?: ast.Condition | undefined;
}

/** `when … unless …` in plain words, to follow a sentence; empty where there is neither. */
export function guardWords({ when, unless }: Guard): string {
  return [
    ...(when ? [` when ${conditionWords(when)}`] : []),
    ...(unless ? [`, unless ${conditionWords(unless)}`] : []),
  ].join('');
}

/** A condition in plain words, to stand in a sentence. One that is half written is read as far as it goes. */
export function conditionWords(condition: ast.Condition | undefined): string {
  return condition ? readBy(CONDITIONS, condition) : '…';
}

/** Whether there may be no answer to a condition, because it asks what nobody may have reported. */
export function mayBeUnknown(condition: ast.Condition | undefined): boolean {
  return condition !== undefined && asksForReports(condition, new Set());
}

/** @param seen conditions that have been looked at: situations may rest on each other in a circle, by mistake */
function asksForReports(condition: ast.Condition, seen: Set<ast.Condition>): boolean {
  if (seen.has(condition)) return false;
  seen.add(condition);
  let asks = false;
  visitNodes(condition, (node) => {
    if (asks || !ast.isComparison(node) || ast.isKnownRelation(node.relation)) return;
    const fact = node.subject?.ref;
    asks = ast.isSituation(fact) ? fact.when !== undefined && asksForReports(fact.when, seen) : ast.isValue(fact);
  });
  return asks;
}

const CONDITIONS: ByType<ast.Condition, string> = {
  Logic: ({ operands, operators }) =>
    operands
      .map((operand, index) => (index > 0 ? `${operators[index - 1] ?? 'and'} ` : '') + conditionWords(operand))
      .join(' '),
  Negation: ({ operand }) =>
    ast.isComparison(operand) && operand.subject && !operand.relation
      ? `${named(operand.subject)} is ${ast.isSituation(operand.subject.ref) ? 'not so' : 'no'}`
      : `it is not so that ${conditionWords(operand)}`,
  Group: ({ condition }) => `(${conditionWords(condition)})`,
  Speech: (speech) => {
    const { speaker, past, negated, phrases } = speech;
    const says = past ? (negated ? 'has not said' : 'has said') : 'says';
    return `the ${speaker} ${says} ${phraseWords(phrases)}${often(speech, 'message')}`;
  },
  Approval: ({ team }) => `${named(team)} approved it`,
  Comparison: ({ builtin, subject, relation }) => {
    const name = builtin === undefined ? named(subject) : BUILTINS[builtin as BuiltinFactName];
    if (!relation) return ast.isSituation(subject?.ref) ? `${name} is so` : `${name} is yes`;
    return ast.isHappenedRelation(relation)
      ? happened(name, subject?.ref, relation)
      : `${name} ${relationWords(relation)}`;
  },
};

/** What a value is compared with is plain enough as it is written, but for the stretch that it must have been so. */
function relationWords(relation: ast.Relation): string {
  return writtenWords(relation.$cstNode).replace(
    / for (\d+) messages?(?= in the last|$)/,
    " at each of the customer's last $1 messages",
  );
}

function happened(name: string, what: ast.Subject | undefined, relation: ast.HappenedRelation): string {
  const has = relation.negated ? 'has not' : 'has';
  return `${name} ${has} ${(what && HAPPENED[what.$type]) ?? 'happened'}${often(relation, 'time')}`;
}

function often({ twice, times, window }: ast.Occurrences, what: 'message' | 'time'): string {
  const least = twice ? 2 : times;
  const count = least === undefined ? '' : `${what === 'message' ? ' in' : ''} at least ${counted(least, what)}`;
  return window ? `${count} in the last ${writtenWords(window.$cstNode)}` : count;
}

/** What it is for something to have happened. */
const HAPPENED: Readonly<Record<string, string>> = {
  Heading: 'started',
  Step: 'begun',
  Offer: 'been offered',
  Commitment: 'been promised',
  Action: 'been done',
  Boundary: 'been crossed',
  Escalation: 'started',
  FollowUp: 'come up',
  AgentCare: 'come up',
};

const BUILTINS: Readonly<Record<BuiltinFactName, string>> = {
  messages: "the number of the customer's messages",
  elapsed: 'the time since the conversation began',
  waiting: 'the time that the customer has been waiting for an answer',
  declined: 'the number of offers declined',
  attempts: 'the number of our replies in this step',
  warnings: 'the number of warnings',
};
