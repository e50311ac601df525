import { type Block, utf16Offset } from '@poise/runtime';

/** A stretch of a text, and whether a rule forbids it. */
export interface Stretch {
  readonly text: string;
  readonly isForbidden: boolean;
}

/** A text cut where its offending words begin and end; where several rules are about the same words, these are one stretch. */
export function stretchesOf(text: string, blocks: readonly Block[]): readonly Stretch[] {
  const spans = blocks
    .flatMap(({ span }) => (span ? [{ start: utf16Offset(text, span.start), end: utf16Offset(text, span.end) }] : []))
    .sort((a, b) => a.start - b.start);
  const apart: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = apart.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else apart.push({ ...span });
  }
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { start, end } of apart) {
    stretches.push({ text: text.slice(at, start), isForbidden: false });
    stretches.push({ text: text.slice(start, end), isForbidden: true });
    at = end;
  }
  stretches.push({ text: text.slice(at), isForbidden: false });
  return stretches.filter((stretch) => stretch.text !== '');
}
