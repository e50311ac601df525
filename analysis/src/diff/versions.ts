/** Two versions of a playbook, made ready to be compared. */
import type { Condition, Fact, Happening, Playbook, Team } from '@poise/runtime';

/** What a playbook keeps for itself: in two versions of it, a thing of the same name is the same thing. */
const OWN_THINGS: ReadonlySet<string> = new Set(['step', 'followUp', 'boundary', 'escalation', 'agentCare']);

/**
 * Two versions as one state space has to see them: what has happened in the one has happened in the other, and whether a team is open is the same question
 * in both, whatever its hours have become. (Those are compared by themselves.)
 */
export function asVersions(before: Playbook, after: Playbook): readonly [Playbook, Playbook] {
  const shared = (playbook: Playbook, other: Playbook): Playbook => ({
    ...playbook,
    facts: playbook.facts.map(sharedFact),
    teams: playbook.teams.map((team) => sharedTeam(team, other)),
    zones: [...playbook.zones, ...other.zones.filter(({ name }) => !playbook.zones.some((zone) => zone.name === name))],
  });
  return [shared(before, after), shared(after, before)];
}

/** A team that is ever closed may be: the same one for both versions, whichever of them is asked first. */
function sharedTeam(team: Team, { teams }: Playbook): Team {
  const other = teams.find(({ id }) => id === team.id);
  const [first, second] = [JSON.stringify(team.hours), JSON.stringify(other?.hours)];
  if (!other || first === second) return team;
  return team.hours.length === 0 || (other.hours.length > 0 && second < first) ? other : team;
}

/** Of a thing of the playbook's own, the document's id would make it another thing: an action of that name is everybody's. */
function sharedFact(fact: Fact): Fact {
  if (fact.kind !== 'derived' || fact.derive.kind !== 'hasHappened') return fact;
  const { kind, id } = fact.derive.what;
  if (!OWN_THINGS.has(kind)) return fact;
  const what: Happening = { kind: 'action', id: `${kind} ${id}` };
  return { ...fact, derive: { ...fact.derive, what } };
}

/** Tells what conditions mean: the same text for two means that they hold in the same situations. */
export function meaningsIn({ facts, phrases }: Playbook): (condition: Condition | undefined) => string {
  const factById = new Map(facts.map((fact) => [fact.id, fact]));
  const listById = new Map(phrases.map((list) => [list.id, JSON.stringify([list.phrases, list.except])]));
  const known = new Map<string, string>();
  const ofFact = (id: string): string => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const fact = factById.get(id);
    const meaning = fact ? meaningOf(fact) : id;
    known.set(id, meaning);
    return meaning;
  };
  const meaningOf = (fact: Fact): string => {
    switch (fact.kind) {
      case 'signal':
      case 'field':
        return JSON.stringify([fact.kind, fact.id, fact.type, fact.fixed === true]);
      case 'builtin':
        return fact.id;
      case 'situation':
        return JSON.stringify([fact.kind, ofCondition(fact.when)]);
      case 'derived': {
        const { derive } = fact;
        const lists = 'phrases' in derive ? derive.phrases.map((list) => listById.get(list)) : [];
        const when = 'when' in derive ? ofCondition(derive.when) : '';
        return JSON.stringify([{ ...derive, phrases: undefined, when: undefined }, lists, when]);
      }
    }
  };
  const ofCondition = ({ certain, possible }: Condition): string =>
    JSON.stringify([certain, possible], (key, value: unknown) =>
      key === 'var' && typeof value === 'string' ? ofFact(value) : value,
    );
  return (condition) => (condition ? ofCondition(condition) : '');
}
