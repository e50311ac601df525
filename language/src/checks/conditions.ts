import { AstUtils } from 'langium';
import { shortened } from '../findings/shortened.ts';
import { article } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { nounOf } from '../structure/nouns.ts';
import { writtenWords } from '../structure/tree.ts';
import type { Check, CheckContext } from './check.ts';
import {
  builtinInQuestion,
  describeType,
  exampleCondition,
  type FactInQuestion,
  factInQuestion,
  hasOrder,
} from './fact-types.ts';
import { valueMustFit } from './values.ts';
import { writtenOf } from './written.ts';

/** `and` and `or` stand side by side only with parentheses round what belongs together. */
export const andAndOrMustNotMix: Check<ast.Logic> = (logic, { report }) => {
  const index = logic.operators.findIndex((operator) => operator !== logic.operators[0]);
  if (index > 0) report('mixed-and-or', {}, { node: logic, property: 'operators', index });
};

/** What is asked of a fact, a team or something that happens is a question that it can answer. */
export const questionMustFitItsSubject: Check<ast.Comparison> = (comparison, context) => {
  const subject = comparison.subject?.ref;
  const fact =
    comparison.builtin !== undefined
      ? builtinInQuestion(comparison.builtin)
      : ast.isFact(subject)
        ? factInQuestion(subject)
        : undefined;
  if (fact) questionMustFitFact(comparison, fact, context);
  else if (subject && !ast.isFact(subject)) questionMustFitThing(comparison, subject, context);
};

function questionMustFitThing(
  comparison: ast.Comparison,
  thing: Exclude<ast.Subject, ast.Fact>,
  { report }: CheckContext,
): void {
  const { relation } = comparison;
  const fits = ast.isTeam(thing) ? ast.isOpenRelation(relation) : ast.isHappenedRelation(relation);
  if (fits || !thing.name) return;
  const { name } = thing;
  const kind = article(nounOf(thing.$type));
  const example = `${name} ${ast.isTeam(thing) ? 'is open' : 'has happened'}`;
  if (!relation) report('incomplete-condition', { fact: name, type: kind, example }, { node: comparison });
  else report('wrong-question', { name, kind, question: asked(relation), instead: example }, { node: relation });
}

function questionMustFitFact(comparison: ast.Comparison, fact: FactInQuestion, context: CheckContext): void {
  const { report } = context;
  const { relation } = comparison;
  const { name, type } = fact;
  const described = describeType(type);
  const isFlag = type.kind === 'flag' || type.kind === 'situation';
  switch (relation?.$type) {
    case undefined:
      // A broken line can leave a condition without its end.
      if (!isFlag && comparison.$cstNode?.text === name)
        report(
          'incomplete-condition',
          { fact: name, type: described, example: exampleCondition(fact) },
          { node: comparison },
        );
      return;
    case 'KnownRelation':
      if (comparison.builtin !== undefined) report('always-known', { fact: name }, { node: comparison });
      return;
    case 'OpenRelation':
    case 'HappenedRelation': {
      const instead = relation.$type === 'OpenRelation' ? exampleCondition(fact) : pastExample(fact);
      report('wrong-question', { name, kind: described, question: asked(relation), instead }, { node: relation });
      return;
    }
    case 'OneOfRelation':
    case 'ValueRelation':
      valuesMustFit(relation, fact, context);
      spansMustFit(relation, fact, comparison, context);
  }
}

function valuesMustFit(
  relation: ast.OneOfRelation | ast.ValueRelation,
  fact: FactInQuestion,
  context: CheckContext,
): void {
  const { report } = context;
  const asksForOrder = ast.isValueRelation(relation) && relation.operator && relation.operator !== 'not';
  if (fact.type.kind === 'text') {
    report('text-comparison', { fact: fact.name }, { node: relation });
  } else if (asksForOrder && !hasOrder(fact.type)) {
    const operator = writtenOf(relation, 'operator') ?? '';
    report(
      'no-order',
      {
        fact: fact.name,
        type: describeType(fact.type),
        operator: operator.replaceAll(/\s+/g, ' '),
        example: exampleCondition(fact),
      },
      { node: relation, property: 'operator' },
    );
  } else {
    for (const value of ast.isValueRelation(relation) ? [relation.value] : (relation.values ?? []))
      valueMustFit(fact, value, context);
  }
}

/** Over what time a question looks is said once, and looking back by time works only for reports, each of which is an event. */
function spansMustFit(
  relation: ast.OneOfRelation | ast.ValueRelation,
  { name, type }: FactInQuestion,
  comparison: ast.Comparison,
  { report }: CheckContext,
): void {
  const spans = [
    ...(relation.past ? ['has been'] : []),
    ...(relation.messages !== undefined ? ['for … messages'] : []),
    ...(relation.window ? ['in the last …'] : []),
  ];
  const place = relation.window ? { node: relation.window } : { node: relation, property: 'messages' };
  const [first, second] = spans;
  const counts = type.kind === 'count' && ast.isSignal(comparison.subject?.ref);
  if (relation.window && !counts) {
    const described = type.kind === 'count' ? `${describeType(type)} that nobody reports` : describeType(type);
    report('window-needs-count', { fact: name, type: described }, place);
  } else if (first !== undefined && second !== undefined) {
    report('two-time-spans', { first, second }, place);
  }
}

/** What stands in the present is one message, and there is nothing to count in it. */
export const presentMustNotBeCounted: Check<ast.Speech> = (speech, { report }) => {
  const { past, speaker, twice, times, window } = speech;
  if (past || !speaker || !(twice || times !== undefined || window)) return;
  const place = twice ? { property: 'twice' } : times !== undefined ? { property: 'times' } : { property: 'window' };
  report('counted-present', { speaker }, { node: speech, ...place });
};

/** An approval is of one act: that which a `never` would forbid. */
export const approvalMustBeOfAnAct: Check<ast.Approval> = (approval, { report }) => {
  if (!AstUtils.getContainerOfType(approval, ast.isNever)) report('misplaced-approval', {}, { node: approval });
};

/** What a relation asks, as it is written. */
function asked(relation: ast.Relation): string {
  const text = writtenWords(relation.$cstNode);
  return shortened(text, 40);
}

/** A condition about the whole conversation, to show how it is asked of a fact. */
function pastExample(fact: FactInQuestion): string {
  const { kind } = fact.type;
  if (kind === 'text') return exampleCondition(fact);
  if (kind === 'flag' || kind === 'situation') return `${fact.name} has been yes`;
  return exampleCondition(fact).replace(' is ', ' has been ');
}
