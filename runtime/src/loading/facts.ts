import type { BuiltinFact, Condition, Derivation, Fact, Type } from '../generated/format.ts';
import { checkCondition } from './conditions.ts';
import type { Checking } from './known.ts';
import { placed } from './parts.ts';
import { Path } from './path.ts';
import { refer, referFact } from './references.ts';

/** Each fact's values are some, and what it is derived from stands before it. */
export function checkFacts(checking: Checking): void {
  for (const [index, fact] of checking.playbook.facts.entries()) {
    const path = Path.ROOT.at('facts', index);
    switch (fact.kind) {
      case 'signal':
      case 'field':
        placed(checking, fact, path);
        checkType(checking, fact.type, path.at('type'));
        break;
      case 'builtin':
        checkBuiltin(checking, fact, path.at('type'));
        break;
      case 'situation':
        placed(checking, fact, path);
        checkSource(checking, fact, fact.when, path.at('when'));
        break;
      case 'derived':
        checkDerivation(checking, fact, fact.derive, path.at('derive'));
        break;
    }
  }
}

/** A range goes from less to more, where it has both ends. */
function checkType({ report }: Checking, type: Type, path: Path): void {
  const { min, max } = { min: undefined, max: undefined, ...type };
  if (min !== undefined && max !== undefined && min > max)
    report('empty-range', { from: String(min), to: String(max) }, path);
}

const BUILTIN_TYPES: Readonly<Record<BuiltinFact['id'], 'count' | 'seconds'>> = {
  messages: 'count',
  elapsed: 'seconds',
  waiting: 'seconds',
  declined: 'count',
  attempts: 'count',
  warnings: 'count',
};

/** What the engine itself counts has the type that it counts in. */
function checkBuiltin(checking: Checking, { id, type }: BuiltinFact, path: Path): void {
  const found = type.type === 'duration' ? type.unit : type.type;
  const needed = BUILTIN_TYPES[id];
  if (found === needed) return;
  const words = needed === 'count' ? 'a count' : 'a duration in seconds';
  checking.report('wrong-fact', { fact: id, needed: words }, path);
}

function checkDerivation(checking: Checking, fact: Fact, derive: Derivation, path: Path): void {
  switch (derive.kind) {
    case 'says':
    case 'hasSaid':
      for (const [index, list] of derive.phrases.entries())
        refer(checking, 'phrase list', list, path.at('phrases', index));
      break;
    case 'hasBeen':
    case 'streak':
      checkSource(checking, fact, derive.when, path.at('when'));
      break;
    case 'countWithin':
      referFact(checking, derive.signal, 'count', path.at('signal'));
      checkOrder(checking, fact, derive.signal, path.at('signal'));
      break;
    case 'isOpen':
    case 'approved':
      refer(checking, 'team', derive.team, path.at('team'));
      break;
    case 'hasHappened':
      // What happens may be another playbook's.
      break;
  }
}

function checkSource(checking: Checking, fact: Fact, when: Condition, path: Path): void {
  checkCondition(checking, when, path);
  for (const [index, source] of when.facts.entries()) checkOrder(checking, fact, source, path.at('facts', index));
}

function checkOrder({ known, report }: Checking, { id }: Fact, needs: string, path: Path): void {
  const own = known.fact.get(id) ?? 0;
  if ((known.fact.get(needs) ?? -1) >= own) report('fact-order', { fact: id, needs }, path);
}
