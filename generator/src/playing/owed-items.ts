import type { Obligation } from '@poise/runtime';
import { listed } from '../words/index.ts';
import type { CardItem, View } from './card-item.ts';
import { whyOf } from './whys.ts';

/** What is still to be done, and by when: obligations, promises, follow ups, and the next thing that comes due. */
export function owedItems({ guidance, run, clock }: View): readonly CardItem[] {
  const { time, obligations, promises, followUps, nextDue } = guidance;
  return [
    ...obligations.map((obligation): CardItem => {
      return { label: 'owed', text: obligationWords(obligation), tone: 'careful', why: whyOf(obligation, run) };
    }),
    ...promises.map((promise): CardItem => {
      const { due, overdue } = promise;
      const text = `${promise.promise} ${overdue ? 'is overdue: it was due' : 'due'} ${clock.due(due, time)}`;
      return { label: 'promised', text, tone: overdue ? 'bad' : 'plain', why: whyOf(promise, run) };
    }),
    ...followUps.map((followUp): CardItem => {
      return {
        label: 'follow up',
        text: `${followUp.id} ${clock.due(followUp.due, time)}`,
        tone: 'plain',
        why: whyOf(followUp, run),
      };
    }),
    ...(nextDue === null ? [] : [nextDueItem(clock.due(nextDue, time))]),
  ];
}

function nextDueItem(text: string): CardItem {
  return { label: 'next due', text, tone: 'plain' };
}

const NEEDS: Readonly<Record<Obligation['needs']['kind'], string>> = {
  record: 'record',
  say: 'say',
  offer: 'offer',
  step: 'do the step',
  stage: 'do the stage',
  answer: 'wait for the answer of',
};

function obligationWords({ needs, before, boundary }: Obligation): string {
  const until = before.kind === 'close' ? 'the close' : `the ${before.kind} ${before.id ?? ''}`;
  return `${NEEDS[needs.kind]} ${listed(needs.ids)} before ${until} (${boundary})`;
}
