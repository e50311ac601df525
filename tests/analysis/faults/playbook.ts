import { type Page, sectionsOf, textOf } from './page.ts';

/** A signal: what makes a line depend on something. */
export function someSignal(page: Page): string | undefined {
  return sectionsOf(page, 'signal')[0]?.name;
}

/** How a signal is declared, and what may be asked about it that is so in some conversations and not in others. Plainest first. */
const QUESTIONS: readonly (readonly [declared: RegExp, question: string])[] = [
  [/^signal (\w+) +from \S+ to (\S+)/, '$1 is at least $2'],
  [/^signal (\w+) +yes or no/, '$1'],
  [/^signal (\w+) +one of (\w+),/, '$1 is $2'],
];

/** A condition that is so in some conversations and not in others. */
export function someCondition({ lines }: Page): string | undefined {
  return QUESTIONS.flatMap(([declared, question]) =>
    lines.flatMap((line) => declared.exec(line)?.[0].replace(declared, question) ?? []),
  )[0];
}

/** Whether some rule says what comes before a step, or before one that it may be passed over for: then the way there may be closed, and the next exit is taken. */
export function mayBeHeldBack(page: Page, name: string): boolean {
  const steps = sectionsOf(page, 'step');
  const index = steps.findIndex((one) => one.name === name);
  const step = steps[index];
  if (!step) return false;
  const [, stage] = /^\s+stage (\w+)$/m.exec(textOf(page, step)) ?? [];
  const before = new RegExp(`\\bbefore (?:step ${name}|stage ${stage ?? name})\\b`);
  if (sectionsOf(page, 'boundary').some((boundary) => before.test(textOf(page, boundary)))) return true;
  const next = steps[index + 1];
  return next !== undefined && /^\s+skip when/m.test(textOf(page, step)) && mayBeHeldBack(page, next.name);
}
