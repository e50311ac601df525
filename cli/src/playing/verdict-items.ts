import type { Block, Verdict, Words } from '@poise/runtime';
import { utf16Offset } from '@poise/runtime';
import { type CardItem, said, type View } from './card-item.ts';
import { blockInWords, whyBlocked } from './whys.ts';

/** What becomes of the act that was typed: a draft reply, an offer, an action. Nothing where there was none. */
export function verdictItems({ run, lately }: View): readonly CardItem[] {
  const verdict = lately.findLast((one) => one.verdict)?.verdict;
  if (!verdict) return [];
  const { allowed, blocks } = verdict;
  if (allowed) return [{ label: 'allowed', text: allowedWords(verdict), tone: 'good' }];
  const event = run.turns.at(-1)?.event;
  const isReply = event?.type === 'agentSays';
  return [
    { label: 'blocked', text: isReply ? said(marked(event.text, blocks)) : ACTS[verdict.act], tone: 'bad' },
    ...blocks.map((block): CardItem => {
      return { label: 'because', text: blockInWords(block), tone: 'plain', why: whyBlocked([block]) };
    }),
    ...insteadOf(blocks).map((words): CardItem => ({ label: 'instead', text: said(words.text), tone: 'good' })),
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

/** The text with its offending words in »…«; also where several rules are about the same words. */
function marked(text: string, blocks: readonly Block[]): string {
  const spans = blocks
    .flatMap(({ span }) => (span ? [{ start: utf16Offset(text, span.start), end: utf16Offset(text, span.end) }] : []))
    .sort((a, b) => a.start - b.start);
  let shown = '';
  let at = 0;
  for (const [index, { start, end }] of spans.entries()) {
    if (end <= at) continue;
    // What overlaps is marked as one.
    const joined = spans
      .slice(index + 1)
      .reduce((last, next) => (next.start < last ? Math.max(last, next.end) : last), end);
    shown += `${text.slice(at, Math.max(at, start))}»${text.slice(Math.max(at, start), joined)}«`;
    at = joined;
  }
  return shown + text.slice(at);
}
