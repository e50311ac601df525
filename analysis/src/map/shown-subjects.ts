import type { Subject } from '../subject.ts';

/** Of some playbooks, those that a map shows: the active ones, unless none of them is. */
export function shownSubjects(given: readonly Subject[]): readonly Subject[] {
  const active = given.filter(({ status }) => status === 'active');
  return active.length > 0 ? active : given;
}
