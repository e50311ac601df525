import { AstUtils } from 'langium';
import { amountWords } from '../findings/proven-rules.ts';
import { code } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import type { Fixer } from './fix.ts';

/** Makes an offer worth no more than may be offered. */
export const offerNoMore: Fixer<{ readonly offer: string; readonly limit: number; readonly currency: string }> = ({
  data: { offer, limit, currency },
  node,
  document,
}) => {
  const worth = AstUtils.getContainerOfType(node, ast.isOffer)?.worth;
  const place = worth?.$cstNode;
  if (!place || !ast.isMoney(worth)) return [];
  const text = amountWords(limit, currency);
  return [
    {
      title: `Offer ${code(offer)} worth ${code(text)}`,
      changes: [{ document, start: place.offset, end: place.end, text }],
    },
  ];
};
