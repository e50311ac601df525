/** The picture of a map: bars for one fact, a grid for two, a grid for each value of the third for three. */
import type { SituationMap } from '@poise/analysis/map';
import { listed } from '@poise/generator/words';
import { bars } from './bars.ts';
import { grids } from './grid.ts';
import { type Drawn, page, textLines } from './page.ts';
import { titleOf, whateverWords } from './shown-map.ts';
import { leadsWords } from './words.ts';

/** A map as SVG, of one to three facts. */
export function mapPicture(map: SituationMap): string {
  const drawn = map.axes.length === 1 ? bars(map) : grids(map);
  return page(
    titleOf(map, (name) => name),
    descriptionOf(map),
    drawn,
    (width) => elsewhere(map, width),
  );
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
