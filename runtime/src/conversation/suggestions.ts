/** Words that guidance may suggest: which rules could hold them back is found out once for each text that the documents have. */
import type { Act } from '../generated/format.ts';
import { isDemand, type PreparedNever } from '../prepared/rules.ts';
import { Draft } from './draft.ts';
import type { Playbooks } from './playbooks.ts';

export interface Suggestion {
  readonly draft: Draft;
  /** The `never` rules of boundaries that find words in it, or values of facts, in order. */
  readonly rules: readonly PreparedNever[];
}

/** Looks a text up, or through. `isFixed`: no values have been filled in, so that the same text will come again. */
export function suggestionOf(text: string, isFixed: boolean, playbooks: Playbooks): Suggestion {
  const known = isFixed ? playbooks.suggestions.get(text) : undefined;
  if (known) return known;
  const draft = new Draft(text, playbooks.phraseLists);
  const mayFind = ({ source, playbook }: PreparedNever): boolean =>
    source.acts.some((act: Act) =>
      act.act === 'say' ? draft.findList(act.phrases, playbook.id) !== undefined : act.act === 'mention',
    );
  const rules = playbooks.rules.prohibitions.agentSays.filter(
    (rule): rule is PreparedNever => !isDemand(rule) && mayFind(rule),
  );
  const suggestion = { draft, rules };
  if (isFixed) playbooks.suggestions.set(text, suggestion);
  return suggestion;
}
