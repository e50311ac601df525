import type { Playbook } from '@poise/runtime';

type Part = Readonly<Record<string, unknown>>;
type List = 'facts' | 'phrases' | 'wordings' | 'actions' | 'teams' | 'steps' | 'zones' | 'stages' | 'escalations';

const isOneOf =
  (...kinds: readonly string[]) =>
  (part: Part) =>
    kinds.includes(String(part.kind ?? part.act));

/** Which properties refer to what, and in which parts: elsewhere a property of that name is one that nobody knows. */
const REFERENCES: Readonly<Record<string, readonly [list: List, where: (part: Part) => boolean]>> = {
  var: ['facts', () => true],
  fact: ['facts', (part) => !('amount' in part)],
  field: ['facts', isOneOf('ask')],
  fields: ['facts', isOneOf('record', 'mustRecord', 'ask')],
  facts: ['facts', (part) => 'certain' in part || isOneOf('mention')(part)],
  handOver: ['facts', (part) => 'ladder' in part],
  signal: ['facts', isOneOf('countWithin')],
  phrases: ['phrases', isOneOf('says', 'hasSaid', 'say', 'mustSay')],
  wording: ['wordings', isOneOf('say', 'mustSay')],
  action: ['actions', isOneOf('do')],
  team: ['teams', (part) => 'after' in part || isOneOf('consult', 'escalate', 'isOpen', 'approved')(part)],
  otherwise: ['teams', (part) => 'answersWithin' in part],
  approvedBy: ['teams', (part) => 'translations' in part],
  zone: ['zones', (part) => 'answersWithin' in part],
  step: ['steps', isOneOf('goTo')],
  next: ['steps', (part) => 'exits' in part],
  stage: ['stages', (part) => 'exits' in part],
  escalations: ['escalations', (part) => 'everything' in part],
};

/** What a document refers to and doesn't hold: found by the names of properties alone, so otherwise than where it is loaded. */
export function missingIn(playbook: Playbook): string[] {
  const ids = (list: readonly { readonly id: string }[] = []) => new Set(list.map(({ id }) => id));
  const held: Readonly<Record<List, ReadonlySet<string>>> = {
    facts: ids(playbook.facts),
    phrases: ids(playbook.phrases),
    wordings: ids(playbook.wordings),
    actions: ids(playbook.actions),
    teams: ids(playbook.teams),
    steps: ids(playbook.steps),
    zones: new Set(playbook.zones.map(({ name }) => name)),
    stages: ids(playbook.framework?.stages),
    escalations: ids(playbook.escalations),
  };
  return [...referencesIn(playbook)].flatMap(([list, id]) => (held[list].has(id) ? [] : [`${list} ${id}`]));
}

function* referencesIn(value: unknown): Generator<readonly [List, string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const [list, where] = Object.hasOwn(REFERENCES, key) ? (REFERENCES[key] ?? []) : [];
    if (list && where?.(value as Part)) {
      for (const id of [inner].flat()) if (typeof id === 'string') yield [list, id];
    }
    yield* referencesIn(inner);
  }
}
