import { createCompiler } from '@poise/generator';
import type { Playbook } from '@poise/runtime';
import type { Solver } from '../../../bench/analysis/solver.ts';
import { memoryHost } from '../../harness/memory-host.ts';
import type { Choices } from '../../harness/sound-workspace/choices.ts';
import { HISTORY_SOURCE, History } from './history.ts';
import type { Meaning } from './meaning.ts';
import { condition, knows, type Question, SPANS, varied } from './questions.ts';
import { anySignals } from './signals.ts';

/** A playbook whose triggers have the conditions, in order. */
export interface Asked {
  readonly questions: readonly Question[];
  readonly playbook: Playbook;
  /** What a solver must know, for the meaning of the questions. */
  readonly given: readonly string[];
}

const compiler = createCompiler();

/** Conditions over the same few facts, compiled as the triggers of a playbook. @throws Error where that has an error */
export async function askedOf(choices: Choices, solver: Solver, about: 'now' | 'past'): Promise<Asked> {
  const signals = anySignals(choices, about === 'past' ? 2 : 5);
  const history = about === 'past' ? new History(SPANS, signals) : undefined;
  const situations: { readonly name: string; readonly meaning: Meaning }[] = [];
  const subjects = { signals, situations, history };
  const situationLines = choices.times(0, 2, (index) => {
    const { text, meaning } = condition(choices, subjects);
    situations.push({ name: `situation_${index}`, meaning });
    return `situation situation_${index} when ${text}`;
  });
  const questions: Question[] = [];
  for (let left = choices.between(10, 40); left > 0; left -= 1) {
    const before = questions.at(-1);
    questions.push(before && choices.chance(30) ? varied(before, choices, subjects) : condition(choices, subjects));
  }
  const source = [
    'playbook asked "Asked"\n  owner "Customer Operations"\n  version 1.0.0',
    ...signals.map(({ name, type }) => `signal ${name} ${type}`),
    ...(history ? [HISTORY_SOURCE] : []),
    ...situationLines,
    ...questions.map(({ text }, index) => `trigger trigger_${index}\n  when ${text}`),
    'step pay\n  goal "It is paid back."\n  offer refund "The money back"',
  ].join('\n');
  const given = signals.flatMap((signal) => [
    `(declare-const ${knows(signal)} Bool)`,
    `(declare-const ${signal.name} ${signal.sort})`,
    ...signal.domain.map((formula) => `(assert ${formula})`),
  ]);
  return {
    questions,
    playbook: await compiled(source),
    given: [...given, ...(history ? givenOf(history, given, solver) : [])],
  };
}

async function compiled(source: string): Promise<Playbook> {
  const options = { today: '2026-11-22', proofs: false };
  const { findings, outputs } = await compiler.compile(
    ['asked.playbook'],
    memoryHost(new Map([['asked.playbook', source]])),
    options,
  );
  const written = outputs.find(({ name }) => name === 'asked.json');
  if (written) return JSON.parse(written.text) as Playbook;
  const errors = findings.filter(({ severity }) => severity === 'error');
  throw new Error(`${errors.map(({ message, range }) => `${range.start.line + 1}: ${message}`).join('\n')}\n${source}`);
}

/** What always holds of the past: which of two questions was so whenever the other was, the solver knows itself. */
function givenOf(history: History, given: readonly string[], solver: Solver): readonly string[] {
  const looks = history.asked();
  const pairs = looks.flatMap((whole, index) =>
    looks.map((part, other) => ({ whole, part, key: `${index},${other}` })),
  );
  const beyond = solver.canHold(given, [
    ...pairs.map(({ whole, part }) => `(and ${part.now.yes} (not ${whole.now.yes}))`),
    ...pairs.map(({ whole, part }) => `(and (not ${part.now.no}) ${whole.now.no})`),
  ]);
  const keys = [...pairs.map(({ key }) => `${key},yes`), ...pairs.map(({ key }) => `${key},no`)];
  const outside = new Map(keys.map((key, index) => [key, beyond[index]]));
  return history.given((whole, part, by) => outside.get(`${whole},${part},${by}`) === false);
}
