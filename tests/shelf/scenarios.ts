import { findPhrase, type Playbook } from '@poise/runtime';

/** A scenario as it stands in a file: its title, and its lines without what surrounds them. */
export interface ScenarioText {
  readonly title: string;
  readonly lines: readonly string[];
}

const HEADING = /^scenario "(.*)"$/;

/** The scenarios of a playbook's text, in order. They end where something else begins at the left edge. */
export function scenariosOf(text: string): ScenarioText[] {
  const found: { title: string; lines: string[] }[] = [];
  let open = false;
  for (const line of text.split('\n')) {
    const title = HEADING.exec(line)?.[1];
    if (title !== undefined) found.push({ title, lines: [] });
    if (/^\S/.test(line)) open = title !== undefined;
    else if (open && line.trim() !== '') found.at(-1)?.lines.push(line.trim());
  }
  return found;
}

/** A rule as the table names it: `boundary no_blame`, `follow up check_in`. */
export interface Rule {
  readonly kind: string;
  readonly name: string;
}

/** In which part of a compiled document each kind of rule stands. */
const PARTS: Readonly<Record<string, (playbook: Playbook) => readonly { readonly id: string }[]>> = {
  step: ({ steps }) => steps,
  trigger: ({ triggers }) => triggers,
  boundary: ({ boundaries }) => boundaries,
  escalation: ({ escalations }) => escalations,
  'follow up': ({ followUps }) => followUps,
  'agent care': ({ agentCare }) => agentCare,
  trend: ({ trends }) => trends,
  phrases: ({ phrases }) => phrases,
  wording: ({ wordings }) => wordings,
};

/** `boundary no_blame`, or nothing if that is no kind of rule. */
export function readRule(text: string): Rule | undefined {
  const kind = Object.keys(PARTS).find((word) => text.startsWith(`${word} `));
  return kind === undefined ? undefined : { kind, name: text.slice(kind.length + 1) };
}

/** Whether the playbook, or a file that it uses, has this rule. */
export function has(playbook: Playbook, { kind, name }: Rule): boolean {
  return PARTS[kind]?.(playbook).some(({ id }) => id === name) ?? false;
}

/**
 * Whether the scenario puts the rule to the test, as far as its words show: it expects the rule to act, or, for a trend, what the trend counts; it has a
 * message in which the phrases are found; it has the wording said.
 */
export function exercises(scenario: ScenarioText, playbook: Playbook, { kind, name }: Rule): boolean {
  const says = (pattern: RegExp) => scenario.lines.some((line) => pattern.test(line));
  switch (kind) {
    case 'boundary':
      return says(new RegExp(`^expect (boundary|(reply|offer|action) blocked by) ${name}$`));
    case 'escalation':
      return says(new RegExp(`^expect escalation ${name}( to \\w+)?$`));
    case 'step':
    case 'follow up':
    case 'agent care':
      return says(new RegExp(`^expect ${kind} ${name}$`));
    case 'trigger':
      return says(new RegExp(`^expect playbook ${playbook.id}$`));
    case 'wording':
      return says(new RegExp(`^agent says ${name}$`));
    case 'phrases': {
      const list = playbook.phrases.find(({ id }) => id === name);
      const messages = scenario.lines.flatMap((line) => /^(?:customer|agent) says "(.*?)"/.exec(line)?.[1] ?? []);
      return list !== undefined && messages.some((message) => findPhrase(message, list));
    }
    case 'trend': {
      const counted = playbook.trends.find(({ id }) => id === name)?.of;
      return counted !== undefined && says(new RegExp(`^expect ${counted.kind} ${counted.id}\\b`));
    }
    default:
      return false;
  }
}
