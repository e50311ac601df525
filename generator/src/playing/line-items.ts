import { currencyDecimals } from '@poise/language';
import type { GuidanceLine, OfferGuidance, Words } from '@poise/runtime';
import { listed, quoted } from '../words/index.ts';
import { type CardItem, type CardText, named, said, type View } from './card-item.ts';
import { lengthInWords } from './clock.ts';
import { decisions, happens, type Suggestion } from './suggestion.ts';
import { blockInWords, whyBlocked, whyOf } from './whys.ts';

/** What to say, ask, do, record and promise, and whom to consult. */
export function lineItems({ guidance, run }: View): readonly CardItem[] {
  return guidance.lines.flatMap((line) => {
    const [first, ...more] = itemsOf(line, run.documents);
    return first ? [{ ...first, why: whyOf(line, run) }, ...more] : [];
  });
}

type Documents = View['run']['documents'];

function itemsOf(line: GuidanceLine, documents: Documents): readonly CardItem[] {
  switch (line.kind) {
    case 'warn':
      return [{ label: 'warn', text: said(line.words.text), tone: 'bad', ...sayable(line.words) }];
    case 'say':
      return line.words.map((words, index) => ({
        label: index === 0 ? 'say' : 'or',
        text: line.wording === undefined ? said(words.text) : `${said(words.text)} (word for word)`,
        tone: 'plain',
        ...sayable(words),
      }));
    case 'ask': {
      const text = line.words ? `${line.field}: ${said(line.words.text)}` : line.field;
      const question = line.words ? sayable(line.words, 'Ask this') : { more: [], suggestions: [] };
      const suggestions = [...question.suggestions, { does: 'record' as const, field: line.field }];
      return [{ label: 'ask', text, tone: 'plain', ...question, suggestions }];
    }
    case 'do': {
      const document = documents.find(({ id }) => id === line.playbook);
      const { action, text } = line;
      if (action === undefined) return [{ label: 'do', text: text ?? '', tone: 'plain' }];
      const title = document?.actions.find(({ id }) => id === action)?.title;
      const suggestions = [happens('Do it', { type: 'agentDoes', action })];
      return [{ label: 'do', text: named(action, text ?? title), tone: 'plain', suggestions }];
    }
    case 'record': {
      const known = line.fields.filter((field) => !line.open.includes(field));
      const done = known.length > 0 ? `known: ${listed(known)}` : '';
      const open = listed(line.open);
      const text = [open, open && done ? `(${done})` : done].join(' ').trim();
      const suggestions = line.fields.map((field) => ({ does: 'record' as const, field }));
      return [{ label: 'record', text, tone: 'plain', suggestions }];
    }
    case 'promise':
      return [{ label: 'promise', text: `${line.promise} within ${lengthInWords(line.within)}`, tone: 'plain' }];
    case 'consult': {
      const { team, asked } = line;
      const there = asked === null ? ', where nobody is there now' : asked === team ? '' : `; ${asked} stands in`;
      return [{ label: 'consult', text: team + there, tone: 'plain' }];
    }
  }
}

/** Words can be said, but those with a fact in them that isn't known must not be said as they are. */
function sayable(
  { text, missing }: Words,
  action = 'Say this',
): {
  readonly more: readonly CardText[];
  readonly suggestions: readonly Suggestion[];
} {
  if (missing.length === 0) return { more: [], suggestions: [happens(action, { type: 'agentSays', text })] };
  const are = missing.length === 1 ? 'is' : 'are';
  const notYet = `not like this: ${listed(missing.map(quoted))} ${are} not known yet`;
  return { more: [{ text: notYet, tone: 'careful' }], suggestions: [] };
}

/** The offers of the step, open and closed. */
export function offerItems({ guidance, run }: View): readonly CardItem[] {
  return guidance.offers.map((offer) => {
    const what = `${named(offer.offer, offer.title)}${worthOf(offer)}`;
    const why = [...whyOf(offer, run), ...whyBlocked(offer.blocks ?? [])];
    const suggestions = [offering(offer), ...approvals(offer)];
    if (offer.open) return { label: 'offer', text: what, tone: 'good', why, suggestions };
    const text = `${what}: ${closedBecause(offer, run.documents)}`;
    return { label: 'closed', text, tone: 'careful', why, suggestions };
  });
}

function offering({ offer, worth, upTo }: OfferGuidance): Suggestion {
  return { does: 'offer', offer, ...(worth && { worth }), isOpenWorth: upTo === true };
}

function approvals({ offer, closedBy, blocks = [] }: OfferGuidance): readonly Suggestion[] {
  if (closedBy !== 'approval') return [];
  return decisions(
    blocks.flatMap((block) => block.approvals ?? []),
    offer,
  );
}

function worthOf({ worth, upTo }: OfferGuidance): string {
  if (!worth) return '';
  const { amount, currency } = worth;
  const digits = Number.isInteger(amount) ? String(amount) : amount.toFixed(currencyDecimals(currency));
  return `, worth ${upTo ? 'up to ' : ''}${digits} ${currency}`;
}

function closedBecause(
  { closedBy, blocks = [], missing = [], playbook, rule }: OfferGuidance,
  documents: Documents,
): string {
  if (closedBy === 'blocks' || closedBy === 'approval') return blocks.map(blockInWords).join('; ');
  const document = documents.find(({ id }) => id === playbook);
  const line = [...(document?.steps ?? []), ...(document?.escalations ?? [])]
    .flatMap(({ lines }) => lines)
    .find(({ id }) => id === rule);
  if (closedBy === 'channel') {
    const channels = line?.kind === 'offer' ? (line.channels ?? []) : [];
    return `on ${listed(channels, 'or')} only`;
  }
  const unknown =
    missing.length > 0 ? `, and ${listed(missing.map(quoted))} ${missing.length === 1 ? 'is' : 'are'} not known` : '';
  return `only when ${line?.when?.text ?? 'its condition holds'}${unknown}`;
}
