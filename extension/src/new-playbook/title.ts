import { nameProblem, proposalFor, spelledAsName } from '@poise/language/names';

/** Why no playbook can be called after a title, and what to do about it; nothing where one can. */
export function problemWithTitle(title: string): string | undefined {
  const name = spelledAsName(title);
  if (name === '') return 'Give it a title with a letter from a to z in it.';
  const isTaken = proposalFor(title) === undefined || nameProblem(name, true) !== undefined;
  return isTaken ? `“${name}” means something else already: say a little more.` : undefined;
}
