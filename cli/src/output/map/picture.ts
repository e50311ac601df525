/** The picture of a map: bars for one fact, a grid for two, a grid for each value of the third for three. */
import type { SituationMap } from '@poise/analysis/map';
import { listed } from '../scenarios/quoted.ts';
import { wrap } from '../wrap.ts';
import { bars } from './bars.ts';
import { grids } from './grid.ts';
import { STRIPES, STYLE } from './look.ts';
import { titleOf, whateverWords } from './shown-map.ts';
import { element, type Piece } from './svg.ts';
import { leadsWords } from './words.ts';

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

/** A map as SVG, of one to three facts. */
export function mapPicture(map: SituationMap): string {
  const drawn = map.axes.length === 1 ? bars(map) : grids(map);
  const width = Math.max(560, drawn.width + 2 * MARGIN);
  const below = elsewhere(map, width - 2 * MARGIN);
  const height = MARGIN + TITLE + drawn.height + below.height + MARGIN;
  const title = titleOf(map, (name) => name);
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
    element('desc', { id: 'description' }, descriptionOf(map)),
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

/** What the facts make no difference to. */
function elsewhere(map: SituationMap, width: number): Drawn {
  if (map.elsewhere.length === 0) return { pieces: [], width: 0, height: 0 };
  const names = leadsWords(map.elsewhere);
  return textLines(
    `Not on this map, for it is the same ${whateverWords(map, (name) => name)}: ${names}.`,
    { x: 0, y: 24, width },
    'quiet',
  );
}

function descriptionOf({ axes, situations }: SituationMap): string {
  const empty = situations.filter(({ leads }) => leads.length === 0).length;
  const facts = listed(axes.map(({ fact }) => fact));
  return `${situations.length} situations by ${facts}; ${empty} of them lead to nothing. What is sure is filled, what depends on more is striped.`;
}
