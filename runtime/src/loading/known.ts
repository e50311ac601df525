import type { Playbook } from '../generated/format.ts';
import { Path } from './path.ts';
import type { Report } from './problems.ts';

/** What documents hold under ids, in the words of messages. */
export type Kind =
  | 'fact'
  | 'phrase list'
  | 'wording'
  | 'action'
  | 'team'
  | 'time zone'
  | 'stage'
  | 'trigger'
  | 'step'
  | 'boundary'
  | 'escalation'
  | 'follow up'
  | 'agent care'
  | 'trend';

/** Where in its list each thing of a kind stands, by its id. */
export type Known = Readonly<Record<Kind, ReadonlyMap<string, number>>>;

/** What every check of a document gets. */
export interface Checking {
  readonly playbook: Playbook;
  readonly known: Known;
  /** The ids of lines and rules seen so far. */
  readonly lines: Set<string>;
  readonly report: Report;
}

/** All ids of a document, each kind by itself. Which are there twice, or can't be used, is told. */
export function knownIn(playbook: Playbook, report: Report): Known {
  const ids = (kind: Kind, list: string, parts: readonly { readonly id: string }[]) => {
    const places = new Map<string, number>();
    for (const [index, { id }] of parts.entries()) {
      const path = () => Path.ROOT.at(...list.split('/'), index);
      checkId(kind, id, path, report);
      if (places.has(id)) report('duplicate-id', { kind, id }, path());
      else places.set(id, index);
    }
    return places;
  };
  const zones = playbook.zones.map(({ name }) => ({ id: name }));
  return {
    fact: ids('fact', 'facts', playbook.facts),
    'phrase list': ids('phrase list', 'phrases', playbook.phrases),
    wording: ids('wording', 'wordings', playbook.wordings),
    action: ids('action', 'actions', playbook.actions),
    team: ids('team', 'teams', playbook.teams),
    'time zone': ids('time zone', 'zones', zones),
    stage: ids('stage', 'framework/stages', playbook.framework?.stages ?? []),
    trigger: ids('trigger', 'triggers', playbook.triggers),
    step: ids('step', 'steps', playbook.steps),
    boundary: ids('boundary', 'boundaries', playbook.boundaries),
    escalation: ids('escalation', 'escalations', playbook.escalations),
    'follow up': ids('follow up', 'followUps', playbook.followUps),
    'agent care': ids('agent care', 'agentCare', playbook.agentCare),
    trend: ids('trend', 'trends', playbook.trends),
  };
}

/** Who keeps things by name in an object would find what every object has. The language allows no such names. */
export function checkId(kind: string, id: string, path: () => Path, report: Report): void {
  if (id === 'prototype' || id in Object.prototype) report('forbidden-id', { kind, id }, path());
}
