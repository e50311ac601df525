/** Pieces of SVG. Texts are escaped here, and nowhere else. */

/** A piece of SVG, ready to stand in another. */
export interface Piece {
  readonly svg: string;
}

type Attributes = Readonly<Record<string, string | number>>;

/** An element. Numbers are rounded, so that the same map gives the same bytes everywhere. */
export function element(name: string, attributes: Attributes, ...content: readonly (Piece | string)[]): Piece {
  const written = Object.entries(attributes).map(([key, value]) => {
    const text = typeof value === 'number' ? `${Math.round(value * 100) / 100}` : escaped(value);
    return ` ${key}="${text}"`;
  });
  const inner = content.map((one) => (typeof one === 'string' ? escaped(one) : one.svg)).join('');
  return { svg: inner === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner}</${name}>` };
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Also without the characters that XML has no place for. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
