import type { MistakePlace } from './scenario-runs.ts';

const WHERE: Readonly<Record<MistakePlace, string>> = {
  here: 'the file has mistakes',
  used: 'a file that it uses has mistakes',
  beside: 'a playbook that it is tried out with has mistakes',
  settings: '`poise.json` has mistakes',
};

/** Why no scenario of a file is played. */
export function whereMistakesAre(where: MistakePlace): string {
  return WHERE[where];
}
