import type { Origin } from '@poise/runtime/prepared';
import type { FactValue } from '@poise/runtime/rules';
import type { Diagram } from '../diagrams/diagrams.ts';
import type { StateSpace } from '../states/state-space.ts';
import { bringAbout, nearestState } from './bring-about.ts';
import { doWhatIsShown } from './ideal-agent.ts';
import type { Player } from './player.ts';

/** A move that a conversation is to make. */
export interface PlannedMove {
  readonly from: string;
  /** None where the playbook is left. */
  readonly to: string | undefined;
  readonly how: 'goTo' | 'continueWith' | 'next';
  /** What has to be so for it. */
  readonly goal: Diagram;
}

/**
 * Plays the next moves of a conversation: an agent who does what is shown, a customer and tools that say what it takes. Where it takes nothing but words of the
 * customer, or reports, these come at once.
 *
 * @param answers what is answered to questions
 * @returns whether all moves were made, and no other
 */
export function follow(
  moves: readonly PlannedMove[],
  player: Player,
  space: StateSpace,
  answers: ReadonlyMap<string, FactValue>,
): boolean {
  for (const [index, move] of moves.entries()) {
    const isMade = () => player.moves.length > index;
    if (!isMade()) makeMove(move, isMade, player, space, answers);
    if (!isMade()) return false;
  }
  const isAsPlanned = player.moves.every(({ from }, index) => moves[index]?.from === from);
  return isAsPlanned && player.step === moves.at(-1)?.to && player.isSound;
}

/** Tries to bring one move about, in the ways there are. */
export function makeMove(
  { how, goal, from }: PlannedMove,
  isOver: () => boolean,
  player: Player,
  space: StateSpace,
  answers: ReadonlyMap<string, FactValue>,
): void {
  const steer = (isMeant = (_origin: Origin) => true): void => {
    const wanted = nearestState(goal, player, space)?.filter(({ fact }) => isMeant(space.origin(fact)));
    if (wanted) bringAbout(wanted, player, space);
  };
  const prepare = (): void => steer(({ kind }) => kind === 'signal' || kind === 'hasSaid' || kind === 'isOpen');
  const act = (): void => {
    const wanted = nearestState(goal, player, space) ?? [];
    const planned = new Map(answers);
    for (const { fact, value } of wanted) {
      const origin = space.origin(fact);
      if (origin.kind === 'field') planned.set(origin.name, value);
    }
    doWhatIsShown(player, planned);
  };
  const complete = (): void => player.do({ type: 'agentCompletes', step: from });
  const ways = how === 'next' ? [prepare, act, () => steer(), complete] : [() => steer(), act, () => steer()];
  for (const way of ways) {
    if (isOver()) return;
    way();
  }
}
