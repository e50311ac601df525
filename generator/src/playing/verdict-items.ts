import type { Block, Verdict, Words } from '@poise/runtime';
import { type CardItem, said, type View } from './card-item.ts';
import { stretchesOf } from './stretches.ts';
import { decisions, happens } from './suggestion.ts';
import { blockInWords, whyBlocked } from './whys.ts';

/** What becomes of the act that was typed: a draft reply, an offer, an action. Nothing where there was none. */
export function verdictItems({ run, lately }: View): readonly CardItem[] {
  const verdict = lately.findLast((one) => one.verdict)?.verdict;
  if (!verdict) return [];
  const { allowed, blocks } = verdict;
  if (allowed) return [{ label: 'allowed', text: allowedWords(verdict), tone: 'good' }];
  const event = run.turns.at(-1)?.event;
  const text = event?.type === 'agentSays' ? said(marked(event.text, blocks)) : ACTS[verdict.act];
  // What the other acts wait for, no line of a scenario can tell.
  const isDecided = event?.type === 'agentSays' || event?.type === 'agentOffers';
  const offer = event?.type === 'agentOffers' ? event.offer : undefined;
  return [
    { label: 'blocked', text, tone: 'bad' },
    ...blocks.map((block): CardItem => {
      const suggestions = isDecided ? decisions(block.approvals ?? [], offer) : [];
      return { label: 'because', text: blockInWords(block), tone: 'plain', why: whyBlocked([block]), suggestions };
    }),
    ...insteadOf(blocks).map(
      ({ text, missing }): CardItem => ({
        label: 'instead',
        text: said(text),
        tone: 'good',
        suggestions: missing.length > 0 ? [] : [happens('Say this', { type: 'agentSays', text })],
      }),
    ),
  ];
}

const ACTS: Readonly<Record<Verdict['act'], string>> = {
  agentSays: 'this reply',
  agentAsks: 'this question',
  agentOffers: 'this offer',
  agentDoes: 'this action',
  agentWarns: 'this warning',
  agentEscalates: 'this handover',
  agentCloses: 'closing the conversation',
};

function allowedWords({ act, worth }: Verdict): string {
  return worth ? `${ACTS[act]}, worth ${worth.amount} ${worth.currency}` : ACTS[act];
}

function insteadOf(blocks: readonly Block[]): readonly Words[] {
  const all = blocks.flatMap(({ instead }) => (instead ? [instead] : []));
  return all.filter(({ text }, index) => all.findIndex((other) => other.text === text) === index);
}

/** The text with its offending words in »…«. */
function marked(text: string, blocks: readonly Block[]): string {
  return stretchesOf(text, blocks)
    .map((stretch) => (stretch.isForbidden ? `»${stretch.text}«` : stretch.text))
    .join('');
}
