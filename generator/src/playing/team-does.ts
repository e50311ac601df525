/** `supervisors answer`, `duty_manager answers`. @param team its name, marked as one or not */
export function teamDoes(team: string, verb: string): string {
  return `${team} ${/s`?$/.test(team) ? verb : `${verb}s`}`;
}
