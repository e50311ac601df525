import { ast, currencyDecimals, type TimeUnit, textValue, timeUnit } from '@poise/language';
import type { BuiltinFact, Derivation, Fact, Type } from '@poise/runtime';
import { compileGuard } from './conditions.ts';
import type { CompileContext } from './context.ts';
import { ownerOf } from './named.ts';

/** The facts that a playbook's rules and texts turn out to need, each once, and what each is derived from before it. */
export class FactTable {
  private readonly facts = new Map<string, Fact>();
  private readonly context: CompileContext;

  constructor(context: CompileContext) {
    this.context = context;
  }

  all(): Fact[] {
    return [...this.facts.values()];
  }

  /** The id of a signal, field or situation. */
  declared(fact: ast.Fact): string {
    const part = this.facts.has(fact.name) ? undefined : this.context.part(fact);
    if (part) this.declare(part);
    return fact.name;
  }

  /** Makes a signal, field or situation part of the document, with all that it rests on. */
  declare(fact: ast.Fact): void {
    const { context } = this;
    if (ast.isSituation(fact)) {
      context.require('situations');
      const when = compileGuard(fact, ownerOf(fact), context);
      if (when) {
        const title = fact.title && { title: textValue(fact.title) };
        this.facts.set(fact.name, {
          id: fact.name,
          kind: 'situation',
          ...title,
          ...context.note(fact),
          when,
          at: context.position(fact),
        });
      }
    } else {
      this.facts.set(fact.name, {
        id: fact.name,
        kind: ast.isSignal(fact) ? 'signal' : 'field',
        type: compileType(fact.valueType),
        ...(ast.isSignal(fact) && fact.fixed && { fixed: true }),
        ...(fact.title && { title: textValue(fact.title) }),
        ...context.note(fact),
        at: context.position(fact),
      });
    }
  }

  /** The id of the nearest signal or field of that name, which a text refers to. */
  named(name: string): string {
    const fact = this.context.visibleFact(name);
    return fact ? this.declared(fact) : name;
  }

  /** The id of what every conversation knows of itself. */
  builtin(id: BuiltinFact['id']): string {
    const isTime = id === 'elapsed' || id === 'waiting';
    this.facts.set(id, {
      id,
      kind: 'builtin',
      type: isTime ? { type: 'duration', unit: 'seconds' } : { type: 'count' },
    });
    return id;
  }

  /** The id of a derived fact: the words it stands for, as they would be said. Points are left out, which engines take for a path. */
  derived(words: string, derive: Derivation): string {
    const id = words.replaceAll('.', '_');
    if (!this.facts.has(id)) this.facts.set(id, { id, kind: 'derived', derive });
    return id;
  }
}

/** The unit that a fact is kept in: always the plural. */
function durationUnit(unit: TimeUnit): `${TimeUnit}s` {
  return `${unit}s`;
}

/** The type of a fact's values. */
export function compileType(type: ast.ValueType): Type {
  switch (type.$type) {
    case 'RangeType':
      return { type: 'range', min: type.min, max: type.max };
    case 'ChoiceType': {
      const [first, ...rest] = type.choices.map((choice) => choice.name);
      if (first === undefined) throw new Error('a choice of nothing');
      return { type: 'choice', choices: [first, ...rest] };
    }
    case 'UnitType': {
      const range = {
        ...(type.min !== undefined && { min: type.min }),
        ...(type.max !== undefined && { max: type.max }),
      };
      const unit = timeUnit(type.unit);
      if (unit) return { type: 'duration', unit: durationUnit(unit), ...range };
      return { type: 'money', currency: type.unit, decimals: currencyDecimals(type.unit) ?? 2, ...range };
    }
    case 'FlagType':
      return { type: 'flag' };
    case 'NumberType':
      return { type: 'number' };
    case 'CountType':
      return { type: 'count' };
    case 'DateType':
      return { type: 'date' };
    case 'TextType':
      return { type: 'text' };
  }
}
