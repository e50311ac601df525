import type { Line } from '@poise/runtime';
import { type Diagram, EVERYWHERE, NOWHERE } from '../diagrams/diagrams.ts';
import type { Scope, StateSpace } from './state-space.ts';

/** Where a line is shown: on its channels, where its condition is certain. @throws TooLarge */
export function shownWhere(line: Line, scope: Scope, space: StateSpace): Diagram {
  const { diagrams } = space;
  const certain = line.when ? scope.decide(line.when).certain : EVERYWHERE;
  if (!('channels' in line) || line.channels === undefined) return certain;
  const channel = scope.factOf('channel');
  const onOne = line.channels.map((name) => (channel === undefined ? NOWHERE : space.is(channel, name)));
  return diagrams.and(certain, diagrams.any(onOne));
}
