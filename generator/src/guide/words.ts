import { lengthOfTime } from '@poise/language/words';
import type { Act, Condition, Line, Milestone, Text } from '@poise/runtime';
import type { CompiledPlaybook } from '../compile/playbook.ts';
import { amountWords, conditionWords, isNamed, listed } from '../words/index.ts';

/** `when parcel is lost`, `unless issue is known`: a condition as its author wrote it. */
export function whenWords(condition: Condition | undefined): { when?: string } {
  return condition ? { when: conditionWords(condition) } : {};
}

/** `on phone and chat`. */
export function channelWords(line: Line): { channels?: string } {
  return 'channels' in line && line.channels ? { channels: `on ${listed(line.channels)}` } : {};
}

/** Words that hold nothing but themselves. */
export function plainParts(text: string): Text {
  return [text];
}

/** The title of something in a list, or its name. */
export function titleIn(list: readonly { readonly id: string; readonly title?: string }[], id: string): string {
  return list.find((one) => one.id === id)?.title ?? id;
}

/** What may not be done, as it goes on after "never". */
export function actWords(act: Act, playbook: CompiledPlaybook): string {
  switch (act.act) {
    case 'say':
      return `say ${listed(
        act.phrases.map((id) => phrasesWords(id, playbook)),
        'or',
      )}`;
    case 'mention':
      return `mention ${listed(act.facts, 'or')}`;
    case 'ask':
      return `ask for ${listed(act.fields, 'or')}`;
    case 'offer': {
      const over = act.over ? ` over ${amountWords(act.over)}${act.inTotal ? ' in total' : ''}` : '';
      return `offer ${act.offer ?? 'anything'}${over}`;
    }
    case 'do':
      return `do “${titleIn(playbook.actions, act.action)}”`;
    case 'warn':
      return 'warn the customer';
    case 'reply':
      return 'reply';
    case 'escalate':
      return 'hand the conversation over';
    case 'endConversation':
      return 'end the conversation';
  }
}

/** A phrase list by its title; phrases that are written in place, themselves. */
export function phrasesWords(id: string, { phrases }: CompiledPlaybook): string {
  const list = phrases.find((one) => one.id === id);
  if (!list || isNamed(id)) return `anything of “${list?.title ?? id}”`;
  return listed(
    list.phrases.map(({ text }) => `“${text}”`),
    'or',
  );
}

/** `before step agree`, `before the conversation ends`. */
export function beforeWords(before: Milestone | undefined, playbook: CompiledPlaybook): string {
  return `before ${before ? milestoneWords(before, playbook) : END}`;
}

export function milestoneWords({ kind, id }: Milestone, { steps, framework }: CompiledPlaybook): string {
  if (id === undefined || kind === 'close') return END;
  return `${kind} “${titleIn(kind === 'step' ? steps : (framework?.stages ?? []), id)}”`;
}

const END = 'the conversation ends';

/** `within 5 minutes`. */
export function withinWords(seconds: number): string {
  return `within ${lengthOfTime(seconds)}`;
}
