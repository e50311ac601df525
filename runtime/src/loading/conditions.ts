import type { Condition, Fact, Logic, Operand, Pair } from '../generated/format.ts';
import type { Checking } from './known.ts';
import type { Path } from './path.ts';
import { factOf, refer } from './references.ts';

/** A condition asks only what the format allows, of facts that are there, and says which. */
export function checkCondition(checking: Checking, condition: Condition | undefined, path: Path): void {
  if (!condition) return;
  checkConditionOfNever(checking, condition, path);
  for (const [index, fact] of condition.facts.entries()) {
    if (isApproval(factOf(checking, fact))) checking.report('misplaced-approval', { fact }, path.at('facts', index));
  }
}

/** As `checkCondition`, for the only condition that may ask whether a team has approved. */
export function checkConditionOfNever(checking: Checking, condition: Condition | undefined, path: Path): void {
  if (!condition) return;
  const asked = new Set<string>();
  new LogicCheck(checking, asked).check(condition.certain, path.at('certain'));
  new LogicCheck(checking, asked).check(condition.possible, path.at('possible'));
  const listed = new Set(condition.facts);
  for (const fact of asked) if (!listed.has(fact)) checking.report('unlisted-fact', { fact }, path.at('facts'));
  for (const [index, fact] of condition.facts.entries()) {
    const place = path.at('facts', index);
    if (asked.has(fact)) refer(checking, 'fact', fact, place);
    else checking.report('unneeded-fact', { fact }, place);
  }
}

function isApproval(fact: Fact | undefined): boolean {
  return fact?.kind === 'derived' && fact.derive.kind === 'approved';
}

/** What a fact's values are, as far as they can be compared. */
export function valuesOf(fact: Fact): 'number' | 'boolean' | 'text' | readonly string[] {
  if (fact.kind === 'situation') return 'boolean';
  if (fact.kind === 'derived') return fact.derive.kind === 'countWithin' ? 'number' : 'boolean';
  switch (fact.type.type) {
    case 'flag':
      return 'boolean';
    case 'text':
      return 'text';
    case 'choice':
      return fact.type.choices;
    default:
      return 'number';
  }
}

type Order = '<' | '<=' | '>' | '>=';

/** Goes through one expression; its depth is bounded, since a document's is. */
class LogicCheck {
  private readonly checking: Checking;
  private readonly asked: Set<string>;
  /** Facts that aren't null wherever the part that is looked at counts, and how many of the lists around it see to that. */
  private readonly guarded = new Map<string, number>();

  constructor(checking: Checking, asked: Set<string>) {
    this.checking = checking;
    this.asked = asked;
  }

  check(logic: Logic, path: Path): void {
    if ('and' in logic) this.checkList(logic.and, '!==', path.at('and'));
    else if ('or' in logic) this.checkList(logic.or, '===', path.at('or'));
    else if ('===' in logic) this.checkSame('===', logic['==='], path.at('==='));
    else if ('!==' in logic) this.checkSame('!==', logic['!=='], path.at('!=='));
    else if ('<' in logic) this.checkOrder('<', logic['<'], path.at('<'));
    else if ('<=' in logic) this.checkOrder('<=', logic['<='], path.at('<='));
    else if ('>' in logic) this.checkOrder('>', logic['>'], path.at('>'));
    else this.checkOrder('>=', logic['>='], path.at('>='));
  }

  /** Where the first parts of an `and` say that a fact is known, it is in those after them; in an `or`, where they say that it isn't. */
  private checkList(parts: readonly Logic[], guard: '===' | '!==', path: Path): void {
    const guards: string[] = [];
    for (const [index, part] of parts.entries()) {
      this.check(part, path.at(index));
      const fact = factComparedWithNull(part, guard);
      if (fact === undefined) continue;
      guards.push(fact);
      this.guarded.set(fact, (this.guarded.get(fact) ?? 0) + 1);
    }
    for (const fact of guards) this.guarded.set(fact, (this.guarded.get(fact) ?? 0) - 1);
  }

  private checkSame(operator: '===' | '!==', [left, right]: Pair, path: Path): void {
    const id = variableOf(left);
    if (id === undefined || typeof right === 'number' || variableOf(right) !== undefined) {
      const needed = 'a fact, which comes first, with null, true, false or a text';
      this.checking.report('wrong-operands', { operator, needed }, path);
      return;
    }
    this.asked.add(id);
    const fact = factOf(this.checking, id);
    if (!fact || right === null) return;
    const values = valuesOf(fact);
    const fits =
      typeof right === 'boolean'
        ? values === 'boolean'
        : values === 'text' || (Array.isArray(values) && values.includes(right));
    if (!fits) this.checking.report('unfit-comparison', { fact: id, is: described(values), operator }, path);
  }

  private checkOrder(operator: Order, [left, right]: Pair, path: Path): void {
    const id = variableOf(left);
    if (id === undefined || typeof right !== 'number') {
      this.checking.report('wrong-operands', { operator, needed: 'a fact, which comes first, with a number' }, path);
      return;
    }
    this.asked.add(id);
    const fact = factOf(this.checking, id);
    if (!fact) return;
    const values = valuesOf(fact);
    if (values !== 'number')
      this.checking.report('unfit-comparison', { fact: id, is: described(values), operator }, path);
    else if (!this.guarded.get(id)) this.checking.report('unguarded-comparison', { fact: id }, path);
  }
}

function variableOf(operand: Operand): string | undefined {
  return typeof operand === 'object' && operand !== null ? operand.var : undefined;
}

function factComparedWithNull(logic: Logic, operator: '===' | '!=='): string | undefined {
  const pair = operator === '===' ? '===' in logic && logic['==='] : '!==' in logic && logic['!=='];
  return pair && pair[1] === null ? variableOf(pair[0]) : undefined;
}

function described(values: ReturnType<typeof valuesOf>): string {
  if (values === 'number') return 'numbers';
  if (values === 'boolean') return 'true and false';
  return values === 'text' ? 'texts' : 'one of its choices';
}
