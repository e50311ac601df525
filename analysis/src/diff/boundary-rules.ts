import type {
  Act,
  Boundary,
  BoundaryRule,
  CompiledPhraseList,
  Milestone,
  NeverRule,
  PhraseList,
  Playbook,
} from '@poise/runtime';
import { isInPlace } from '../subject.ts';
import type { Guard, Rule } from './rule.ts';
import { type Texts, textsOf } from './texts.ts';

type Lists = Pick<Playbook, 'phrases'>;
type Content = Pick<Rule, 'form' | 'names' | 'about' | 'terms'>;

/** The rules of a boundary: of a list of acts each by itself, so that it makes no difference which of them stand on one line. */
export function boundaryRules({ rules }: Boundary, playbook: Lists): readonly Rule[] {
  return rules.flatMap((rule) =>
    rule.kind === 'never' ? neverRules([rule], playbook) : [ruleWith(rule, contentOf(rule, playbook))],
  );
}

export function neverRules(rules: readonly NeverRule[], playbook: Lists): readonly Rule[] {
  return rules.flatMap((rule) =>
    rule.acts.flatMap((act) => prohibitionsOf(act, playbook)).map((content) => ruleWith(rule, content)),
  );
}

function ruleWith(rule: BoundaryRule, content: Content): Rule {
  const asks = rule.kind === 'eachTime' ? 'certain' : 'judged';
  const guards: readonly Guard[] =
    rule.kind === 'order' ? [] : [{ of: 'when', condition: rule.when, without: true, asks, more: 'tightened' }];
  return {
    kind: 'boundary',
    ...content,
    isNamed: false,
    at: rule.at,
    guards,
    words: rule.kind === 'eachTime' ? warningsOf(rule) : [],
    parts: [],
    isOrdered: false,
  };
}

function prohibitionsOf(act: Act, { phrases }: Lists): readonly Content[] {
  const form = `never ${act.act}` as const;
  const each = (names: readonly string[]) =>
    names.map((name): Content => ({ form, names: [name], about: `${form} ${name}`, terms: {} }));
  switch (act.act) {
    case 'say':
      return act.phrases.map((id) => {
        const list = phrases.find((candidate) => candidate.id === id);
        return { form, names: [nameOf(id, list)], about: aboutList(form, id), terms: { phrases: contentsOf(list) } };
      });
    case 'mention':
      return each(act.facts);
    case 'ask':
      return each(act.fields);
    case 'do':
      return each([act.action]);
    case 'offer': {
      const names = act.offer === undefined ? [] : [act.offer];
      const terms = { ...(act.over && { limit: act.over }), total: act.inTotal };
      return [{ form, names, about: `${form} ${names.join()}`, terms }];
    }
    default:
      return [{ form, names: [], about: form, terms: {} }];
  }
}

function contentOf(rule: Exclude<BoundaryRule, NeverRule>, { phrases }: Lists): Content {
  const form = rule.kind;
  switch (rule.kind) {
    case 'order': {
      const names = [milestoneName(rule.first), milestoneName(rule.later)];
      return { form, names, about: `${form} ${names.join()}`, terms: {} };
    }
    case 'mustRecord':
      return {
        form,
        names: rule.fields,
        about: form,
        terms: { fields: [...rule.fields].sort(), ...beforeOf(rule.before) },
      };
    case 'mustSay': {
      const id = rule.wording ?? rule.phrases ?? '';
      const list = phrases.find((candidate) => candidate.id === rule.phrases);
      const terms = { ...(list && { wanted: contentsOf(list) }), ...beforeOf(rule.before) };
      return { form, names: [rule.wording ?? nameOf(id, list)], about: aboutList(form, id), terms };
    }
    case 'mustOffer':
      return { form, names: [rule.offer], about: `${form} ${rule.offer}`, terms: beforeOf(rule.before) };
    case 'eachTime':
      return {
        form,
        names: [],
        about: form,
        terms: { reactions: rule.reactions },
      };
  }
}

function beforeOf(before: Milestone | undefined) {
  return { before: before ? milestoneName(before) : 'close' };
}

function milestoneName({ kind, id }: Milestone): string {
  return id === undefined ? kind : `${kind} ${id}`;
}

function warningsOf({ reactions }: Extract<BoundaryRule, { kind: 'eachTime' }>): Texts {
  return textsOf(...reactions.map(({ response }) => (response.kind === 'warn' ? response.parts : undefined)));
}

/** Lists that are written in place have no name that stays. */
function aboutList(form: string, id: string): string {
  return isInPlace(id) ? `${form} "…"` : `${form} ${id}`;
}

function nameOf(id: string, list: PhraseList | undefined): string {
  return isInPlace(id) && list ? [...new Set(list.phrases.map(({ text }) => `"${text}"`))].join(', ') : id;
}

function contentsOf(list: PhraseList | undefined): CompiledPhraseList {
  return { phrases: list?.phrases ?? [], except: list?.except ?? [] };
}
