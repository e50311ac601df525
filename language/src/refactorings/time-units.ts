import { AstUtils } from 'langium';
import { writing } from '../fixes/written.ts';
import * as ast from '../generated/ast.ts';
import { convertTime, lengthIn, type TimeUnit, timeUnit } from '../vocabulary/time-units.ts';
import type { Refactorer } from './refactoring.ts';

const UNITS: readonly TimeUnit[] = ['week', 'day', 'hour', 'minute', 'second'];

/** Writes a length of time in another unit in which it is a whole number that people would say. */
export const convertLength: Refactorer = ({ node, document }) => {
  const length = AstUtils.getContainerOfType(node, (one) => ast.isDuration(one) || ast.isNumberLiteral(one));
  const [amount, word] = ast.isDuration(length) ? [length.amount, length.unit] : [length?.value, length?.unit];
  const from = timeUnit(word);
  const place = length?.$cstNode;
  if (!place || !from || amount === undefined || !Number.isFinite(amount)) return [];
  return UNITS.filter((unit) => unit !== from).flatMap((unit) => {
    const converted = convertTime(amount, from, unit);
    if (converted === undefined || !Number.isInteger(converted) || converted < 1 || converted > MOST) return [];
    const text = lengthIn(converted, unit);
    return [{ kind: 'rewrite', ...writing(document, text, { start: place.offset, end: place.end }) }];
  });
};

/** Nobody says how many seconds a day has. */
const MOST = 240;
