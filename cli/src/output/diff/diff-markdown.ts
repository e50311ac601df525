import type { Change } from '@poise/analysis/diff';
import { quoted, someOf } from '@poise/generator/words';
import type { ReadSide } from '../../diff/read-side.ts';
import { counted } from '../counts.ts';
import { placeOf } from '../findings.ts';
import { plain } from '../plain.ts';
import { sentence } from '../sentence.ts';
import { pointsOf } from './change-words.ts';
import { type DiffResults, overviewOf, TOLD_CLASSES } from './results.ts';
import { ruleWords } from './rule-words.ts';
import { verdictWords } from './verdict-words.ts';

/** What became of the playbooks, for a comment on a pull request: what is to be done and all playbooks at a glance; the changes can be opened. */
export function diffMarkdown({ sides, difference, verdict }: DiffResults): string {
  const title = `### Playbooks: ${sides.map(({ name }) => quoted(safe(name))).join(' → ')}`;
  if (!difference || !verdict) return blocks([title, ...sides.flatMap(brokenSide)]);
  const told = difference.changes.filter((change) => change.class !== 'same');
  const same = counted(difference.changes.length - told.length, 'rule');
  if (told.length === 0) return blocks([title, `Nothing has changed: ${same} the same.`]);
  return blocks([
    title,
    ...verdictWords(verdict).map((reason) => `- ❌ ${sentence(reason)}`),
    table(overviewOf(difference.playbooks)),
    ...TOLD_CLASSES.flatMap((what) => {
      const changes = told.filter((change) => change.class === what);
      if (changes.length === 0) return [];
      const head = `<details><summary><b>${what}</b>: ${counted(changes.length, 'rule')}</summary>`;
      return [head, ...changes.map((change) => shownChange(change, sides)), '</details>'];
    }),
    `${same} the same.`,
  ]);
}

/** A reason stands right below the one before it; all else has a line between. */
function blocks(parts: readonly string[]): string {
  return parts.reduce((text, part) => {
    const isListed = part.startsWith('- ') && /(?:^|\n)- [^\n]*\n$/.test(text);
    return `${text}${text === '' || isListed ? '' : '\n'}${part}\n`;
  }, '');
}

function shownChange(change: Change, [was, is]: DiffResults['sides']): string {
  const { before, after, playbooks, renamed } = change;
  const places = [
    ...(before ? [`before ${placeIn(before.at, was)}`] : []),
    ...(after ? [`now ${placeIn(after.at, is)}`] : []),
  ];
  const earlier = renamed && before ? `, earlier ${quoted(before.names[0] ?? '')}` : '';
  const shared = playbooks.length > 1 ? `; in ${someOf(playbooks)}` : '';
  return [
    `- **${sentence(ruleWords(change))}**${earlier} (${places.join(', ')}${shared})`,
    ...pointsOf(change).flatMap(({ what, before: old, now }) => [
      `  - ${sentence(what)}`,
      `    - before: ${sentence(old)}`,
      `    - now: ${sentence(now)}`,
    ]),
  ].join('\n');
}

function placeIn(
  at: { readonly file: string; readonly line: number; readonly column: number },
  side: ReadSide,
): string {
  return quoted(safe(`${side.pathOf(at.file)}:${at.line}:${at.column}`));
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const ruler = head.map((_, column) => (column === 0 ? '---' : '--:'));
  return [head, ruler, ...rows].map(line).join('\n');
}

function brokenSide({ name, broken, pathOf }: ReadSide): readonly string[] {
  if (!broken) return [];
  return [
    `${quoted(safe(name))} has ${counted(broken.findings.length, 'error')}, so nothing was compared:`,
    broken.findings
      .map(({ file, range, message }) => `- ${quoted(safe(placeOf(pathOf(file), range.start)))} ${sentence(message)}`)
      .join('\n'),
  ];
}

/** Names of files and revisions can't end the marks round them. */
function safe(text: string): string {
  return plain(text).replaceAll('`', "'");
}
