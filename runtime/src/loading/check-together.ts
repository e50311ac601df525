import type { Hash, Origin, Playbook } from '../generated/format.ts';
import { Path } from './path.ts';
import type { ProblemList } from './problems.ts';

/** A sound document, and its place among those that were given. */
export interface Sound {
  readonly playbook: Playbook;
  readonly position: number;
}

/** What only shows beside each other: two versions of a playbook, and house rules that two playbooks have in two forms. */
export function checkTogether(documents: readonly Sound[], problems: ProblemList): void {
  const playbooks = new Map<string, Sound>();
  const rules = new Map<string, { readonly hash: Hash; readonly of: Sound }>();
  for (const document of documents) {
    const { playbook, position } = document;
    const report = problems.reporter(position, playbook.id);
    const other = playbooks.get(playbook.id);
    if (other) {
      report('duplicate-playbook', { id: playbook.id, other: other.position }, Path.ROOT.at('id'));
      // Two versions would differ in their rules, too, and that is no news.
      continue;
    }
    playbooks.set(playbook.id, document);
    for (const { kind, list, index, id, hash } of houseRulesOf(playbook)) {
      const known = rules.get(`${kind} ${id}`);
      if (!known) rules.set(`${kind} ${id}`, { hash, of: document });
      else if (known.hash !== hash) {
        const first = { other: known.of.position, playbook: known.of.playbook.id };
        report('conflicting-house-rule', { kind, id, ...first }, Path.ROOT.at(list, index));
      }
    }
  }
}

const HOUSE_RULES = { boundaries: 'boundary', escalations: 'escalation', agentCare: 'agent care', trends: 'trend' };

function* houseRulesOf(playbook: Playbook) {
  for (const [list, kind] of Object.entries(HOUSE_RULES)) {
    const rules: readonly { readonly id: string; readonly origin: Origin; readonly hash: Hash }[] =
      playbook[list as keyof typeof HOUSE_RULES];
    for (const [index, { id, origin, hash }] of rules.entries()) {
      if (origin === 'house') yield { kind, list, index, id, hash };
    }
  }
}
