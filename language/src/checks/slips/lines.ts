import type * as ast from '../../generated/ast.ts';
import type { MemberType } from '../../structure/placement.ts';

const THE_END = 'a step needs no end, and the playbook is over after its last step';

/** What to do instead of beginning a line with a word that other languages, or pages, have for it. */
const LINES: Readonly<Record<string, string>> = {
  if: 'a condition ends its line, as in `offer refund when anger is at least 8`',
  when: 'a condition ends its line, as in `offer refund when anger is at least 8`',
  unless: 'a condition ends its line, as in `offer refund unless anger is at least 8`',
  else: 'each line says itself when it counts, such as `unless anger is at least 8`',
  next: 'write `go to` and the name of a step',
  title: 'a title stands in quotes behind the name',
  name: 'a title stands in quotes behind the name',
  description: 'write `about` below `playbook`, elsewhere a text behind the name',
  question: 'write `ask`',
  transfer: 'write `escalate to` and the name of a team',
  notify: 'write `tell` or `consult` and the name of a team',
  proceed: 'write `go to` and the name of a step',
  jump: 'write `go to` and the name of a step',
  close: THE_END,
  finished: 'write `done when`',
  handover: 'write `hand over` and what to hand over',
  repeat: 'write `go to` and the name of a step',
  end: THE_END,
  finish: THE_END,
  stop: THE_END,
  wait: 'in a step write `promise`, such as `promise callback within 2 hours`, in a scenario `5 minutes pass`',
  must: 'write `never` and what must not happen, or `always` and what must',
  don: 'write `never` and what must not happen',
  should: 'write `never` and what must not happen, or `always` and what must',
  rule: 'write `boundary`',
  author: 'write `owner`',
  requires: 'write `use` and the path of a file, in quotes',
};

/** What to do about a line of another member. */
const ELSEWHERE: Partial<Record<MemberType, Partial<Record<ast.Item['$type'], string>>>> = {
  Escalation: {
    Within:
      '`resolve within 5 minutes` says by when all is to be settled, and `, then duty_manager after 5 minutes` who is asked if nobody answers',
  },
};

/** In these a condition is no part of a line. */
const WITH_CONDITION: ReadonlySet<MemberType | undefined> = new Set(['Trigger', 'Situation', 'Escalation', 'FollowUp']);

/** What to do about a line that doesn't belong in a member, where there is more to say than where it belongs. */
export function insteadOfMisplaced(line: ast.Item['$type'], member: MemberType | undefined): string | undefined {
  return member && ELSEWHERE[member]?.[line];
}

/** What to write instead of a line of a member that begins with such a word. */
export function insteadOfLine(word: string, member: MemberType | undefined): string | undefined {
  if (word === 'when' && WITH_CONDITION.has(member))
    return 'its one condition stands right behind its name and title; join several with `and` or `or`';
  if (word === 'transfer' && member === 'Escalation') return 'write `to` and the name of a team';
  return Object.hasOwn(LINES, word.toLowerCase()) ? LINES[word.toLowerCase()] : undefined;
}
