import { open } from '@poise/runtime';
import type { Figures } from '../../measuring/case.ts';
import { tell, told } from '../../measuring/child.ts';
import { quantile } from '../../measuring/samples.ts';
import { readWorkload } from '../../measuring/workload.ts';
import { FREQUENT_EVENTS, type TurnFigure, type TurnKind } from '../figures.ts';
import { makeReady, mustBeSound } from '../play.ts';
import type { ConversationWorkload } from '../workload.ts';

/** Microseconds of each turn, in the order played. */
type Turns = readonly { readonly event: string; readonly took: number }[];

// All shipped scenarios, one after the other, again and again; the later half of the times counts.
const { folder, repeatFor } = told();
const { documents, stories } = readWorkload<ConversationWorkload>(folder);
const playbooks = makeReady(documents);

const play = (): Turns =>
  stories.flatMap(({ opening, events }) => {
    const { conversation } = open(playbooks, opening);
    return events.map((event) => {
      const start = performance.now();
      const guidance = conversation.handle(event);
      const took = (performance.now() - start) * 1000;
      mustBeSound(guidance);
      return { event: event.type, took };
    });
  });

const rounds: Turns[] = [];
const end = performance.now() + repeatFor;
while (rounds.length < 2 || performance.now() < end) rounds.push(play());
const warm = rounds.slice(Math.floor(rounds.length / 2)).flat();

const figuresOf = (kind: TurnKind) => {
  const times = warm.filter(({ event }) => kind === 'all' || event === kind).map(({ took }) => took);
  if (times.length === 0) throw new Error(`no scenario has ${kind}`);
  return [
    [`${kind} median`, quantile(times, 0.5)],
    [`${kind} p99`, quantile(times, 0.99)],
  ] as const;
};
const figures = Object.fromEntries(['all' as const, ...FREQUENT_EVENTS].flatMap(figuresOf)) as Figures<TurnFigure>;
tell({ found: rounds[0]?.length ?? 0, figures });
