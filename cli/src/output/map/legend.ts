import { classOf, type Tone, toneOf, toneWords } from './look.ts';
import { type Drawn, textLines } from './page.ts';
import type { Area } from './shown-map.ts';
import { byHow } from './shown-map.ts';
import { element, type Piece } from './svg.ts';
import { HOW_WORDS, leadsWords } from './words.ts';

const SWATCH = 18;
const INDENT = 46;
const GAP = 10;

/** What each letter stands for, and what the colours say. */
export function legend(areas: readonly Area[], width: number): Drawn {
  const pieces: Piece[] = [];
  let y = 0;
  for (const { letter, leads } of areas.filter((area) => area.letter !== '')) {
    pieces.push(swatch(toneOf(leads), y), element('text', { x: SWATCH + 8, y: y + 13, class: 'letter' }, letter));
    for (const [how, some] of byHow(leads)) {
      const words = `${HOW_WORDS[how]}: ${leadsWords(some)}`;
      const lines = textLines(words, { x: INDENT + 10, y, width: width - INDENT - 10 });
      pieces.push(...lines.pieces);
      y += lines.height;
    }
    y += GAP;
  }
  const tones = new Map(areas.map(({ leads }) => [classOf(toneOf(leads)), toneOf(leads)]));
  y += GAP;
  for (const tone of tones.values()) {
    pieces.push(swatch(tone, y), element('text', { x: INDENT + 10, y: y + 13, class: 'quiet' }, toneWords(tone)));
    y += SWATCH + 8;
  }
  return { pieces, width, height: y };
}

function swatch(tone: Tone, y: number): Piece {
  return element('rect', { x: 0.5, y: y + 0.5, width: SWATCH - 1, height: SWATCH - 3, rx: 3, class: classOf(tone) });
}
