import { currencyDecimals } from '@poise/language';
import type { GuidanceLine, OfferGuidance, Words } from '@poise/runtime';
import { listed, quoted } from '../output/scenarios/quoted.ts';
import { type CardItem, named, said, type View } from './card-item.ts';
import { lengthInWords } from './clock.ts';
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
      return [{ label: 'warn', text: said(line.words.text), tone: 'bad' }, ...notYet(line.words)];
    case 'say':
      return line.words.flatMap((words, index) => [
        {
          label: index === 0 ? 'say' : 'or',
          text: line.wording === undefined ? said(words.text) : `${said(words.text)} (word for word)`,
          tone: 'plain' as const,
        },
        ...notYet(words),
      ]);
    case 'ask': {
      const text = line.words ? `${line.field}: ${said(line.words.text)}` : line.field;
      return [{ label: 'ask', text, tone: 'plain' }, ...(line.words ? notYet(line.words) : [])];
    }
    case 'do': {
      const document = documents.find(({ id }) => id === line.playbook);
      const title = document?.actions.find(({ id }) => id === line.action)?.title;
      const text = line.action === undefined ? (line.text ?? '') : named(line.action, line.text ?? title);
      return [{ label: 'do', text, tone: 'plain' }];
    }
    case 'record': {
      const known = line.fields.filter((field) => !line.open.includes(field));
      const done = known.length > 0 ? `known: ${listed(known)}` : '';
      const open = listed(line.open);
      return [{ label: 'record', text: [open, open && done ? `(${done})` : done].join(' ').trim(), tone: 'plain' }];
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

/** Words with a fact in them that isn't known must not be said as they are. */
function notYet({ missing }: Words): readonly CardItem[] {
  if (missing.length === 0) return [];
  const are = missing.length === 1 ? 'is' : 'are';
  return [{ label: '', text: `not like this: ${listed(missing.map(quoted))} ${are} not known yet`, tone: 'careful' }];
}

/** The offers of the step, open and closed. */
export function offerItems({ guidance, run }: View): readonly CardItem[] {
  return guidance.offers.map((offer) => {
    const what = `${named(offer.offer, offer.title)}${worthOf(offer)}`;
    const why = [...whyOf(offer, run), ...whyBlocked(offer.blocks ?? [])];
    if (offer.open) return { label: 'offer', text: what, tone: 'good', why };
    return { label: 'closed', text: `${what}: ${closedBecause(offer, run.documents)}`, tone: 'careful', why };
  });
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
  if (closedBy === 'blocks') return blocks.map(blockInWords).join('; ');
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
