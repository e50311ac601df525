/**
 * Playbooks with many rules over a few facts: the same every time.
 *
 * A rule has a condition of one to four questions of different facts, joined by `and`, `or` or both, with an exception now and then.
 */
import { below, pick, type Random, randomNumbers } from '../random.ts';

/** How many facts each rule may ask about. */
export const SIGNALS = 12;

const CHANNELS = ['phone', 'chat', 'email', 'post'] as const;
const PLANS = ['basic', 'family', 'business'] as const;

/** Each signal: its declaration, and a question about it. */
const QUESTIONS: readonly { readonly name: string; readonly type: string; readonly ask: (random: Random) => string }[] =
  [
    ordered('anger', 'from 0 to 10', 11, ''),
    ordered('sadness', 'from 0 to 10', 11, ''),
    ordered('order_value', 'in GBP', 400, ' GBP'),
    ordered('paid', 'in GBP', 400, ' GBP'),
    ordered('order_delay', 'in days', 30, ' days'),
    ordered('age_of_account', 'in days', 900, ' days'),
    ordered('contacts', 'count', 9, ''),
    ordered('open_orders', 'count', 9, ''),
    chosen('channel', CHANNELS),
    chosen('plan', PLANS),
    { name: 'vip', type: 'yes or no', ask: () => 'vip' },
    { name: 'at_risk', type: 'yes or no', ask: () => 'at_risk is no' },
  ];

function ordered(name: string, type: string, most: number, unit: string) {
  const order = ['at least', 'at most', 'more than', 'less than'] as const;
  return { name, type, ask: (random: Random) => `${name} is ${pick(random, order)} ${below(random, most)}${unit}` };
}

function chosen(name: string, choices: readonly string[]) {
  return { name, type: `one of ${choices.join(', ')}`, ask: (random: Random) => `${name} is ${pick(random, choices)}` };
}

/** The text of a playbook with so many rules that have a condition, a multiple of ten. */
export function playbookText(rules: number): string {
  const random = randomNumbers(rules);
  const lines = [
    'playbook measured "Measured"\n  owner "Customer Operations"\n  version 1.0.0',
    ...QUESTIONS.map(({ name, type }) => `signal ${name} ${type}`),
    'team supervisors answers within 5 minutes',
  ];
  const tens = rules / 10;
  const numbers = Array.from({ length: tens }, (_, index) => index);
  for (const ten of numbers)
    lines.push(
      `trigger first_${ten}\n  when ${condition(random)}`,
      `trigger second_${ten}\n  when ${condition(random)}`,
    );
  for (const ten of numbers) {
    const after = ten + 1 < tens ? [`  go to step_${ten + 1} when ${condition(random)}`] : [];
    lines.push(
      `step step_${ten} "A step"`,
      '  goal "The customer knows what comes next."',
      `  say  "Thank you for telling me." when ${condition(random)}`,
      `  say  "I will look into it." when ${condition(random)}`,
      `  say  "I am sorry about that." when ${condition(random)}`,
      ...after,
      `  done when ${condition(random)}`,
    );
  }
  for (const ten of numbers) {
    lines.push(`boundary first_limit_${ten}\n  never offer anything when ${condition(random)}`);
    lines.push(`boundary second_limit_${ten}\n  never say "calm down" when ${condition(random)}`);
  }
  for (const ten of numbers) lines.push(`escalation serious_${ten}\n  when ${condition(random)}\n  to supervisors`);
  return `${lines.join('\n')}\n`;
}

function condition(random: Random): string {
  const facts = new Set<(typeof QUESTIONS)[number]>();
  const count = 1 + below(random, 4);
  while (facts.size < count) facts.add(pick(random, QUESTIONS));
  const [first = '', ...others] = [...facts].map(({ ask }) => (random() < 0.15 ? `not ${ask(random)}` : ask(random)));
  const inner = others.length > 1 ? `(${others.join(' or ')})` : others.join();
  const joined = inner === '' ? first : `${first} ${random() < 0.7 ? 'and' : 'or'} ${inner}`;
  return random() < 0.15 ? `${joined} unless ${pick(random, QUESTIONS).ask(random)}` : joined;
}
