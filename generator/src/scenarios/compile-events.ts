import { ast, languageTag, textValue } from '@poise/language';
import type { AgentRecords, Event, Time, Values } from '@poise/runtime';
import { literalValue, target } from '../compile/conditions.ts';

/** What lines of a scenario rest on. */
interface Surroundings {
  /** UTC milliseconds. */
  readonly now: Time;
  readonly playbook: string;
  /** The tag (BCP 47) of the conversation's language, if that is given. */
  readonly language: string | undefined;
}

/** What happens by one line of a scenario, in order. */
export function compileEvents(line: ast.Event, { now: at, playbook, language }: Surroundings): Event[] {
  switch (line.$type) {
    case 'Given': {
      const values = reportsOf(line.facts);
      return [...recordsOf(line.facts, at), ...(values ? [{ type: 'reports' as const, at, values }] : [])];
    }
    case 'CustomerSays': {
      const reports = reportsOf(line.facts);
      const says = { type: 'customerSays' as const, at, text: textValue(line.text), ...(reports && { reports }) };
      return [...recordsOf(line.facts, at), says];
    }
    case 'CustomerDecides': {
      const type = line.verdict === 'accepts' ? 'customerAccepts' : 'customerDeclines';
      return [{ type, at, ...(line.offer && { offer: target(line.offer).name }) }];
    }
    case 'AgentSays': {
      const text = line.text ? textValue(line.text) : wordingIn(target(line.wording), language);
      return [{ type: 'agentSays', at, text }];
    }
    case 'AgentOffers': {
      const worth = line.worth && { amount: line.worth.amount, currency: line.worth.currency };
      return [{ type: 'agentOffers', at, offer: target(line.offer).name, ...(worth && { worth }) }];
    }
    case 'AgentRecords':
      return [recorded(target(line.field), line.value, at)];
    case 'AgentDoes':
      return [{ type: 'agentDoes', at, action: target(line.action).name }];
    case 'AgentCompletes':
      return [{ type: 'agentCompletes', at, step: target(line.step).name, playbook }];
    case 'AgentEndsEscalation':
      return [{ type: 'agentEnds', at, escalation: target(line.escalation).name }];
    case 'AgentCloses':
      return [{ type: 'agentCloses', at }];
    case 'TeamAnswers':
      return [{ type: 'teamAnswers', at, team: target(line.team).name }];
    case 'TeamDecides': {
      const type = line.verdict.startsWith('approve') ? 'teamApproves' : 'teamDeclines';
      return [{ type, at, team: target(line.team).name, ...(line.offer && { offer: target(line.offer).name }) }];
    }
    case 'TimePasses':
      return [{ type: 'timePasses', at }];
    case 'Expect':
      return [];
  }
}

/** What the tools report: the values of signals; nothing where there are none. */
export function reportsOf(facts: readonly ast.GivenFact[]): Values | undefined {
  const reported = facts.filter(ast.isFactValue).flatMap(({ fact, value }) => {
    const signal = target(fact);
    return ast.isSignal(signal) ? [[signal.name, factValue(signal, value)] as const] : [];
  });
  return reported.length > 0 ? (Object.fromEntries(reported) as Values) : undefined;
}

/** Fields aren't reported: whatever is known of them, the agent has written down. */
export function recordsOf(facts: readonly ast.GivenFact[], at: Time): AgentRecords[] {
  return facts.filter(ast.isFactValue).flatMap(({ fact, value }) => {
    const field = target(fact);
    return ast.isField(field) ? [recorded(field, value, at)] : [];
  });
}

function recorded(field: ast.Field, value: ast.Literal, at: Time): AgentRecords {
  return { type: 'agentRecords', at, field: field.name, value: factValue(field, value) as AgentRecords['value'] };
}

/** As the facts of documents hold it, in the unit that the fact was declared with. */
function factValue(fact: ast.Signal | ast.Field, value: ast.Literal): boolean | number | string {
  return literalValue(value, ast.isUnitType(fact.valueType) ? fact.valueType.unit : undefined);
}

/** A wording as it is said in a language: in the translation of that tag, else of its first part, else as it is. */
function wordingIn(wording: ast.Wording, language: string | undefined): string {
  const tags = language === undefined ? [] : [language, language.split('-')[0]];
  const translations = tags.flatMap((tag) =>
    wording.translations.filter((translation) => languageTag(translation.language) === tag),
  );
  return textValue(translations[0]?.text ?? wording.text);
}
