import type { Guidance, RunningEscalation } from '@poise/runtime';

/** A team that was asked, and who was asked in its place. */
type Asked = RunningEscalation['asked'][number];

/** What is new of an escalation: whether it has just begun, and who has been asked since. @param before how it stood; nothing at the opening */
export function newsOf(
  { id, since, asked }: RunningEscalation,
  before: Guidance | undefined,
): { readonly isNew: boolean; readonly asked: readonly Asked[] } {
  const same = before?.escalations.find((one) => one.id === id && one.since === since);
  return { isNew: !same, asked: asked.slice(same?.asked.length ?? 0) };
}

/** `supervisors`, `duty_manager for supervisors`. */
export function askedWords({ team, asked: there }: Asked): string {
  if (there === null) return `${team}, where nobody is there`;
  return there === team ? team : `${there} for ${team}`;
}
