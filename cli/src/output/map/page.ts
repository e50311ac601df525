/** What all pictures have in common. */
import { wrap } from '../wrap.ts';
import { STRIPES, STYLE } from './look.ts';
import { element, type Piece } from './svg.ts';

/** A part of the picture, with the room that it takes. */
export interface Drawn {
  readonly pieces: readonly Piece[];
  readonly width: number;
  readonly height: number;
}

const MARGIN = 24;
const TITLE = 44;
/** A line of text. */
const LINE = 18;
/** How wide a letter of a text is at most, on average: fonts differ, so that texts get more room than most of them need. */
const LETTER = 7.4;

/**
 * A whole picture as SVG, with its title.
 *
 * @param description what it shows, for who can't see it
 * @param under what stands at the end, as wide as the rest
 */
export function page(title: string, description: string, drawn: Drawn, under: (width: number) => Drawn): string {
  const width = Math.max(560, drawn.width + 2 * MARGIN);
  const below = under(width - 2 * MARGIN);
  const height = MARGIN + TITLE + drawn.height + below.height + MARGIN;
  const stripes = STRIPES.map(({ id, hue }) =>
    element(
      'pattern',
      { id, width: 8, height: 8, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      element('rect', { width: 8, height: 8, class: 'paper' }),
      element('rect', { width: 3, height: 8, fill: hue }),
    ),
  );
  const picture = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      width: Math.ceil(width),
      height: Math.ceil(height),
      role: 'img',
      'aria-labelledby': 'title description',
    },
    element('title', { id: 'title' }, title),
    element('desc', { id: 'description' }, description),
    element('style', {}, STYLE),
    element('defs', {}, ...stripes),
    element('rect', { width: Math.ceil(width), height: Math.ceil(height), class: 'paper' }),
    element('text', { x: MARGIN, y: MARGIN + 16, class: 'title' }, title),
    element('g', { transform: `translate(${MARGIN} ${MARGIN + TITLE})` }, ...drawn.pieces),
    element('g', { transform: `translate(${MARGIN} ${MARGIN + TITLE + drawn.height})` }, ...below.pieces),
  );
  return `${picture.svg}\n`;
}

/** A text as lines, from a height on down. */
export function textLines(
  text: string,
  at: { readonly x: number; readonly y: number; readonly width: number },
  style = '',
): Drawn {
  const lines = wrap(text, Math.max(8, Math.floor(at.width / LETTER)));
  const attributes = style === '' ? {} : { class: style };
  return {
    pieces: lines.map((line, index) => element('text', { x: at.x, y: at.y + 13 + index * LINE, ...attributes }, line)),
    width: at.width,
    height: lines.length * LINE,
  };
}

/** How much room the longest of some texts takes on one line. */
export function roomFor(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length)) * LETTER;
}
