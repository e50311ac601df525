import type { Act, FactValues, NeverRule, Playbook } from '@poise/runtime';
import { answerOf } from '../scenarios/answer.ts';
import { placeIn } from '../scenarios/reasons.ts';
import { amountWords, conditionWords, isNamed, listed, quoted } from '../words/index.ts';
import { type CardItem, type CardText, named, said, type View } from './card-item.ts';

/** What must not happen now: every `never` that is in force and whose condition may hold, of the boundaries and of the present step. */
export function forbiddenItems(view: View): readonly CardItem[] {
  const { run, guidance } = view;
  const items = run.documents.flatMap((document) => {
    const values = (run.turns.at(-1) ?? run.opening).facts[document.id] ?? {};
    return [
      ...document.steps
        .filter(({ id }) => guidance.step?.id === id && guidance.step.playbook === document.id)
        .map(({ id, title, never }) => itemOf({ id, title, rules: never }, document, values)),
      ...document.boundaries
        .filter(({ origin }) => origin === 'house' || hasStarted(document, view))
        .map(({ id, title, rules, sayInstead }) => {
          const instead = sayInstead?.map((part) => (typeof part === 'string' ? part : `{${part.fact}}`)).join('');
          const nevers = rules.filter((rule) => rule.kind === 'never');
          return itemOf({ id, title, rules: nevers, instead }, document, values);
        }),
    ].flat();
  });
  // The same house rule stands in several documents; rules of the same name are others where they stand somewhere else.
  const places = items.map(({ why = [] }) => JSON.stringify(why.map(({ at }) => at)));
  return items.filter((_, index) => places.indexOf(places[index] ?? '') === index);
}

interface Forbidding {
  readonly id: string;
  readonly title: string | undefined;
  readonly rules: readonly NeverRule[];
  readonly instead?: string | undefined;
}

function itemOf(
  { id, title, rules, instead }: Forbidding,
  document: Playbook,
  values: FactValues,
): readonly CardItem[] {
  const inForce = rules.filter(({ when }) => !when || answerOf(when, values) !== 'no');
  if (inForce.length === 0) return [];
  const more: CardText[] = inForce.map((rule) => ({ text: ruleWords(rule, document), tone: 'plain' }));
  if (instead !== undefined) more.push({ text: `instead: ${said(instead)}`, tone: 'good' });
  const why = inForce.map((rule) => ({ at: placeIn(document, rule.at), words: '' }));
  return [{ label: 'never', text: named(id, title), tone: 'plain', more, why }];
}

function hasStarted({ id }: Playbook, { run }: View): boolean {
  return [run.opening, ...run.turns].some(({ guidance }) =>
    guidance.happened.some((one) => one.kind === 'playbook' && one.id === id),
  );
}

function ruleWords({ acts, when }: NeverRule, document: Playbook): string {
  const forbidden = listed(
    acts.map((act) => actWords(act, document)),
    'or',
  );
  return when ? `${forbidden} ${conditionWords(when)}` : forbidden;
}

function actWords(act: Act, document: Playbook): string {
  switch (act.act) {
    case 'say':
      return `say ${listed(
        act.phrases.map((list) => phrasesWords(list, document)),
        'or',
      )}`;
    case 'mention':
      return `mention ${listed(act.facts.map(quoted), 'or')}`;
    case 'ask':
      return `ask ${listed(act.fields.map(quoted), 'or')}`;
    case 'offer': {
      const over = act.over ? ` over ${amountWords(act.over, quoted)}${act.inTotal ? ' in total' : ''}` : '';
      return `offer ${act.offer === undefined ? 'anything' : quoted(act.offer)}${over}`;
    }
    case 'do':
      return `do ${quoted(act.action)}`;
    case 'endConversation':
      return 'end the conversation';
    case 'reply':
    case 'warn':
    case 'escalate':
      return act.act;
  }
}

/** Of many phrases the first are enough to see what they are about. */
const MOST_PHRASES = 3;

/** Phrases that are written in the rule itself have a name that tells nothing. */
function phrasesWords(list: string, { phrases }: Playbook): string {
  if (isNamed(list)) return quoted(list);
  const texts = phrases.find(({ id }) => id === list)?.phrases.map(({ text }) => said(text)) ?? [];
  return listed(texts.length > MOST_PHRASES ? [...texts.slice(0, MOST_PHRASES), 'the like'] : texts, 'or');
}
