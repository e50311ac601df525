import type { SimulationAnswer } from '@poise/server/protocol';
import type { ToSimulator } from './messages.ts';

/** A sentence about the whole. */
export interface Notice {
  readonly text: string;
  readonly tone: 'careful' | 'good' | 'bad';
}

type Show = Extract<ToSimulator, { kind: 'show' }>;

/** Why nothing can be shown. */
export function whyNothing(answer: Exclude<SimulationAnswer, { kind: 'simulation' }>): string {
  switch (answer.kind) {
    case 'library':
      return 'There is no playbook in this file, only what playbooks use. Open a playbook to try it out.';
    case 'retired':
      return 'This playbook is retired: what is retired isn’t tried out any more.';
    case 'mistaken':
      return `This playbook has ${mistakesInWords(answer.mistakes)}. Put ${answer.mistakes === 1 ? 'it' : 'them'} right, and you can try it out here.`;
  }
}

/** What is to be said beside the conversation. @param changes how many things on the card are different in the new version */
export function noticesOf({ answer, refused }: Pick<Show, 'answer' | 'refused'>, changes: number): readonly Notice[] {
  if (answer.kind !== 'simulation') return [];
  const { simulation, mistakes, leftOut } = answer;
  const notices: Notice[] = [];
  if (mistakes > 0) {
    const text = `\`${simulation.playbook.id}\` has ${mistakesInWords(mistakes)}: this still plays the version before ${mistakes === 1 ? 'it' : 'them'}.`;
    notices.push({ text, tone: 'careful' });
  }
  for (const other of leftOut)
    notices.push({
      text: `\`${other}\` has mistakes, and doesn’t take part until they are put right.`,
      tone: 'careful',
    });
  if (refused !== undefined) notices.push({ text: `That can’t happen here: ${refused}.`, tone: 'bad' });
  const { stopped } = simulation;
  if (stopped) {
    notices.push({
      text: `The conversation stops here, since ${stopped.because}. What came after it isn’t played.`,
      tone: 'bad',
    });
  }
  if (changes > 0) {
    const text = `The playbook has changed: ${changes === 1 ? 'one thing is' : `${changes} things are`} different here.`;
    notices.push({ text, tone: 'good' });
  }
  return notices;
}

function mistakesInWords(count: number): string {
  return count === 1 ? '1 mistake' : `${count} mistakes`;
}
