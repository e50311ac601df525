import type { Playbook } from '@poise/runtime';
import type { RuleKind } from './rule.ts';

/** Words for people, places, hashes, and what follows from where something stands. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  'title note goal text parts alternatives question sayInstead at hash next origin'.split(' '),
);

/**
 * What something with a name does, as one text without its name: two with the same text may be one that has been renamed. Phrases that are written in
 * place count by what they find, since they are named after it.
 */
export function shapeOf(kind: RuleKind, part: { readonly id: string }, { phrases }: Playbook): string {
  const own = `${kind} ${part.id} phrases`;
  const lists = phrases.filter(({ id }) => id.startsWith(own)).map((list) => [list.phrases, list.except]);
  const text = JSON.stringify([part, lists], (key, value: unknown) => {
    if (LEFT_OUT.has(key) || value === part.id) return undefined;
    // What has no name has an id made of that of its owner.
    return key === 'id' && typeof value === 'string' && value.includes('.') ? undefined : value;
  });
  return text.replaceAll(own, `${kind} phrases`);
}
