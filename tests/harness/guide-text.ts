import type { Guide, GuideLine, GuidePart } from '@poise/generator/guide';

/** A card as lines of text, for reading in a test; the places are left out. */
export function guideText({ title, about, heading, sections, flow, mistakes }: Guide): string {
  const titles = new Map(flow.nodes.map((node) => [node.id, node.title]));
  return [
    title,
    ...(about === undefined ? [] : [about]),
    ...heading.map(({ label, text }) => `${label}: ${text}`),
    ...mistakes.map(({ text }) => `! ${text}`),
    ...sections.flatMap((section) => ['', `# ${section.heading}`, ...section.parts.flatMap(partText)]),
    '',
    '# The way through',
    ...flow.nodes.map(({ kind, title: name, kicker, note }) => present([kind, name, kicker, note]).join(' | ')),
    ...flow.edges.map(({ from, to, kind, label }) =>
      present([`${titles.get(from)} → ${titles.get(to)}`, kind, label]).join(' | '),
    ),
    '',
  ].join('\n');
}

function partText(part: GuidePart): readonly string[] {
  const { title, kicker, goal, when, note, phrases, lines, ladder, closing, mistake, isHouseRule } = part;
  return [
    present([title, isHouseRule && 'house rule', kicker, goal, when, note, mistake?.text]).join(' | '),
    ...ladder.map(
      ({ team, after, answers, otherwise }) => `  ${present([after, team, answers, otherwise]).join(' | ')}`,
    ),
    ...lines.map((line) => `  ${lineText(line)}`),
    ...phrases.map((list) => `  ${list.title}: ${list.phrases.join(', ')} / ${list.except.join(', ')}`),
    ...closing.map(({ label, text }) => `  ${label}: ${text}`),
  ];
}

function lineText({ label, texts, isSaid, detail, channels, when }: GuideLine): string {
  const words = texts.map(({ parts }) =>
    parts.map((part) => (typeof part === 'string' ? part : `{${part.fact}}`)).join(''),
  );
  const shown = words.map((text) => (isSaid ? `“${text}”` : text)).join(' or ');
  return present([label, channels, shown, detail, when]).join(' | ');
}

function present(words: readonly (string | false | undefined)[]): readonly string[] {
  return words.filter((word) => word !== undefined && word !== false && word !== '') as readonly string[];
}
