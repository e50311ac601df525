import type { Choices } from './choices.ts';
import type { PlainOf, Ref } from './plain.ts';
import { nameFor } from './words.ts';

/** Kinds of things among which each name is given once in a workspace. Things of different groups may have the same name. */
export type NameGroup = 'playbook' | 'fact' | 'team' | 'happening' | 'said' | 'framework' | 'trigger' | 'trend';

/** What all files of a workspace have in common. */
export class Commons {
  readonly choices: Choices;
  /** The currency of all offers and limits: what is set against each other has to be in one. */
  readonly currency: Currency;
  private readonly taken = new Map<NameGroup, Set<string>>();
  private heard = 0;
  private hasChannel = false;

  constructor(choices: Choices) {
    this.choices = choices;
    this.currency = choices.one(CURRENCIES);
  }

  /** A name that nothing else of its group has. */
  name(group: NameGroup): string {
    const asKeyword = this.choices.chance(8);
    const taken = this.taken.get(group) ?? new Set();
    this.taken.set(group, taken);
    // Both can happen: in `x has happened` the nearer one is meant.
    const playbooks = group === 'happening' ? this.taken.get('playbook') : undefined;
    let number = this.choices.below(24);
    while (taken.has(nameFor(number, asKeyword)) || playbooks?.has(nameFor(number, asKeyword))) number += 1;
    const name = nameFor(number, asKeyword);
    taken.add(name);
    return name;
  }

  /** Whether to declare the signal `channel`, which the lines for some channels only refer to: once in a workspace. */
  takeChannel(): boolean {
    const isFirst = !this.hasChannel;
    this.hasChannel = true;
    return isFirst && this.choices.chance(70);
  }

  /** The number of a word that no other phrase has. */
  nextHeard(): number {
    return this.heard++;
  }
}

/** Currencies with two, no and three decimals. */
export const CURRENCIES = ['GBP', 'JPY', 'KWD', 'EUR'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** What can be seen from a file, or from the place in it that is being written. */
export interface Scope {
  readonly values: (PlainOf<'Signal'> | PlainOf<'Field'>)[];
  readonly situations: Ref<'Situation'>[];
  readonly teams: Ref<'Team'>[];
  readonly lists: Ref<'PhraseList'>[];
  readonly wordings: Ref<'Wording'>[];
  readonly frameworks: PlainOf<'Framework'>[];
  /** Boundaries, escalations, agent care and actions come from used files, too. */
  readonly happenings: Ref<'Action' | 'Boundary' | 'Escalation' | 'AgentCare'>[];
}

/** What only a playbook's own file sees, and what that file may name of other playbooks. */
export interface OwnScope {
  readonly steps: Ref<'Step'>[];
  readonly offers: Ref<'Offer'>[];
  readonly commitments: Ref<'Commitment'>[];
  readonly followUps: Ref<'FollowUp'>[];
  /** The stages that a line may name. */
  readonly stages: Ref<'Stage'>[];
  /** Every playbook of the workspace. */
  readonly playbooks: Ref<'Heading'>[];
  /** Those that this one may call or go over to, so that none ever calls itself. */
  readonly callable: Ref<'Heading'>[];
  /** Those that this one may beat, so that none beats itself. */
  readonly beatable: Ref<'Heading'>[];
}

/** What a line is written with: what was chosen, what is common to all files, what can be seen. */
export interface Pen {
  readonly choices: Choices;
  readonly commons: Commons;
  readonly scope: Scope;
  readonly own: OwnScope;
}

export function emptyScope(): Scope {
  return { values: [], situations: [], teams: [], lists: [], wordings: [], frameworks: [], happenings: [] };
}

/** What a file sees of the files that it uses. */
export function seenFrom(scopes: readonly Scope[]): Scope {
  const together = <Key extends keyof Scope>(key: Key) =>
    [...new Set(scopes.flatMap((scope) => scope[key] as unknown[]))] as Scope[Key];
  return {
    values: together('values'),
    situations: together('situations'),
    teams: together('teams'),
    lists: together('lists'),
    wordings: together('wordings'),
    frameworks: together('frameworks'),
    happenings: together('happenings'),
  };
}

/** The references to things of one kind. */
export function only<Kind extends string>(refs: readonly Ref[], kind: Kind): Ref<Kind>[] {
  return refs.filter((ref): ref is Ref<Kind> => ref.to === kind);
}

export function refTo<Kind extends string>(to: Kind, name: string): Ref<Kind> {
  return { to, name };
}
