import dagre from '@dagrejs/dagre';
import type { Flow, FlowEdge, FlowNode } from '@poise/generator/guide';

/** A text in lines, with the middle of the first one. Measures are in the picture's own units, which are pixels where it isn't scaled. */
export interface PlacedText {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
}

export interface PlacedNode {
  readonly node: FlowNode;
  /** Its top left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly kicker?: PlacedText;
  readonly title: PlacedText;
  readonly note?: PlacedText;
}

export interface PlacedEdge {
  readonly edge: FlowEdge;
  /** A path of SVG. */
  readonly path: string;
  readonly label?: PlacedText & { readonly width: number; readonly height: number };
}

export interface FlowPicture {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/** From one line of a text to the next. */
export const LINE = 16;
export const SMALL_LINE = 14;
const PADDING = 10;
const NODE_WIDTH = 216;
/** How many letters fit: a picture is laid out before anybody can measure it. */
const NODE_LETTERS = 29;
const SMALL_LETTERS = 34;
const LABEL_LETTERS = 30;
const SMALL_LETTER = 6;
/** Of a long condition the first lines are enough to know it by: it stands in full below. */
const MOST_LABEL_LINES = 3;

/** Lays a playbook's way out from top to bottom. */
export function layOut({ nodes, edges }: Flow): FlowPicture {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 36, edgesep: 16, ranksep: 26, marginx: 8, marginy: 8 });
  const texts = new Map(nodes.map((node) => [node.id, nodeTexts(node)]));
  for (const { id } of nodes) {
    const { width, height } = texts.get(id) ?? { width: 0, height: 0 };
    graph.setNode(id, { width, height });
  }
  const labels = edges.map(({ label }) => wrapped(label, LABEL_LETTERS, MOST_LABEL_LINES));
  for (const [index, { from, to, kind }] of edges.entries()) {
    const lines = labels[index] ?? [];
    const size = { width: widest(lines) * SMALL_LETTER + 12, height: lines.length * SMALL_LINE + 6 };
    const weight = kind === 'next' ? 8 : 1;
    graph.setEdge(from, to, { labelpos: 'c', weight, ...(lines.length > 0 && size) }, String(index));
  }
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    nodes: nodes.map((node) => placed(node, graph.node(node.id), texts.get(node.id))),
    edges: edges.map((edge, index) => {
      const { points, x, y, width: across = 0, height: down = 0 } = graph.edge(edge.from, edge.to, String(index));
      const lines = labels[index] ?? [];
      const path = curve(points);
      if (lines.length === 0) return { edge, path };
      const top = y - (lines.length * SMALL_LINE) / 2 + SMALL_LINE / 2;
      return { edge, path, label: { lines, x, y: top, width: across, height: down } };
    }),
  };
}

interface NodeTexts {
  readonly width: number;
  readonly height: number;
  readonly kicker: readonly string[];
  readonly title: readonly string[];
  readonly note: readonly string[];
}

function nodeTexts({ kind, kicker = '', title, note = '' }: FlowNode): NodeTexts {
  const texts = {
    kicker: wrapped(kicker, SMALL_LETTERS, 1),
    title: wrapped(title, NODE_LETTERS, 3),
    note: wrapped(note, SMALL_LETTERS, 2),
  };
  const small = texts.kicker.length + texts.note.length;
  const isRound = kind === 'start' || kind === 'end';
  const height = texts.title.length * LINE + small * SMALL_LINE + (isRound ? PADDING : 2 * PADDING);
  return { ...texts, height, width: isRound ? 96 : NODE_WIDTH };
}

function placed(node: FlowNode, at: { x: number; y: number }, texts = nodeTexts(node)): PlacedNode {
  const { width, height, kicker, title, note } = texts;
  const small = (kicker.length + note.length) * SMALL_LINE;
  let y = at.y - (title.length * LINE + small) / 2;
  const next = (lines: readonly string[], line: number): PlacedText => {
    const text = { lines, x: at.x, y: y + line / 2 };
    y += lines.length * line;
    return text;
  };
  return {
    node,
    x: at.x - width / 2,
    y: at.y - height / 2,
    width,
    height,
    ...(kicker.length > 0 && { kicker: next(kicker, SMALL_LINE) }),
    title: next(title, LINE),
    ...(note.length > 0 && { note: next(note, SMALL_LINE) }),
  };
}

type Point = { readonly x: number; readonly y: number };

/** Through the points, with round corners. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const last = rest.at(-1) ?? first;
  const parts = rest.slice(0, -1).map((point, index) => {
    const after = rest[index + 1] ?? last;
    const isLast = index === rest.length - 2;
    const end = isLast ? after : { x: (point.x + after.x) / 2, y: (point.y + after.y) / 2 };
    return `Q${at(point)} ${at(end)}`;
  });
  return `M${at(first)}${parts.length > 0 ? parts.join('') : `L${at(last)}`}`;
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}

function widest(lines: readonly string[]): number {
  return Math.max(0, ...lines.map((line) => line.length));
}

/** A text in lines of at most so many letters, which are about as long as each other; what is too long ends in `…`. */
export function wrapped(text: string, letters: number, most: number): readonly string[] {
  const words = text
    .split(' ')
    .filter((one) => one !== '')
    .map((word) => (word.length > letters ? `${word.slice(0, letters - 1)}…` : word));
  const lines = inLines(words, letters);
  if (lines.length > most) return lines.slice(0, most).map((line, index) => (index === most - 1 ? `${line} …` : line));
  // As narrow as it can be without another line: then no word is left alone on the last one.
  for (let width = widest(lines) - 1; width >= widest(words); width--) {
    const narrower = inLines(words, width);
    if (narrower.length > lines.length) return inLines(words, width + 1);
  }
  return lines;
}

function inLines(words: readonly string[], letters: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
