import { type Logic, type Opening, type Playbook, type Playbooks, prepare } from '@poise/runtime';
import type { StateSpace } from '../states/state-space.ts';
import { Player } from './player.ts';

/** A signal that no author can write: what starts a playbook that only others start. */
const STARTED_BY_ANOTHER = 'started by another playbook';

/** Noon on Tuesday, 6 January 2026: when scenarios take place, too. */
const NOON = Date.UTC(2026, 0, 6, 12);

/** How many events may happen in all conversations of one analysis. Those that find a real fault take a few dozen each. */
const MOST_EVENTS = 1_500;

/** Plays conversations over the first playbook of a state space, whatever its status and validity. */
export class Replay {
  /** Whether it has triggers of its own. One that hasn't is started by hand, as another playbook would. */
  readonly startsItself: boolean;
  private readonly space: StateSpace;
  private playbooks: Playbooks | undefined;
  private readonly players: Player[] = [];

  constructor(space: StateSpace) {
    this.space = space;
    this.startsItself = (space.documents[0]?.triggers.length ?? 0) > 0;
  }

  /** Opens a conversation; none when so many have been played that it is enough. What is reported is known when the first rule is looked at. */
  open(reports: Readonly<Record<string, boolean | number | string>> = {}): Player | undefined {
    const [document] = this.space.documents;
    const events = this.players.reduce((sum, player) => sum + player.events.length, 0);
    if (!document || events > MOST_EVENTS) return undefined;
    this.playbooks ??= prepare([playable(document)]);
    const values: Opening['reports'] = this.startsItself ? reports : { ...reports, [STARTED_BY_ANOTHER]: true };
    const player = new Player(this.playbooks, document, { time: NOON, reports: values });
    this.players.push(player);
    return player;
  }
}

function playable(document: Playbook): Playbook {
  const { validFrom: _from, validUntil: _until, ...rest } = document;
  const active: Playbook = { ...rest, status: 'active' };
  if (document.triggers.length > 0) return active;
  const at = document.steps[0]?.at ?? { file: 0, line: 1, column: 1 };
  const isStarted: Logic = { '===': [{ var: STARTED_BY_ANOTHER }, true] };
  const when = { certain: isStarted, possible: isStarted, facts: [STARTED_BY_ANOTHER], text: STARTED_BY_ANOTHER };
  return {
    ...active,
    facts: [...document.facts, { id: STARTED_BY_ANOTHER, kind: 'signal', type: { type: 'flag' }, at }],
    triggers: [{ id: STARTED_BY_ANOTHER, when, at }],
  };
}
