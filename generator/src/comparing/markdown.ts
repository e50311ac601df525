import type { Change, Detail, Place } from '@poise/analysis/diff';
import { counted, plain, quoted, sentence, someOf } from '../words/index.ts';
import { pointsOf } from './change-words.ts';
import { changedPlace } from './changed-place.ts';
import { overviewOf, TOLD_CLASSES } from './overview.ts';
import type { ComparisonResults, Sides } from './results.ts';
import { ruleWords } from './rule-words.ts';
import type { ComparedSide } from './side.ts';
import { verdictWords } from './verdict-words.ts';

/**
 * What became of the playbooks, for a comment on a pull request or a page: what is to be done and all playbooks at a glance; the changes can be opened.
 *
 * @param areOpen whether the changes are open to begin with
 */
export function comparisonMarkdown({ sides, difference, verdict }: ComparisonResults, areOpen = false): string {
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
      const head = `<details${areOpen ? ' open' : ''}><summary><b>${what}</b>: ${counted(changes.length, 'rule')}</summary>`;
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

function shownChange(change: Change, [was, is]: Sides): string {
  const { before, after, playbooks, renamed, details } = change;
  // Of what is new or lost there is nothing that is different.
  const told = before && after ? details[0] : undefined;
  const places = [
    ...(before ? [placeOf('before', before.at, was, told)] : []),
    ...(after ? [placeOf('now', after.at, is, told)] : []),
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

/** Where a rule is in one of the versions: if it can be looked at there, a word leads to it, and to the line that is told to be different. */
function placeOf(when: string, at: Place, side: ComparedSide, told: Detail | undefined): string {
  const source = told && side.linkTo && side.sourceOf?.(at.file);
  const link = side.linkTo?.(source ? changedPlace(source, at, told) : at);
  if (link !== undefined) return `[${when}](${link})`;
  const version = side.revision === undefined ? '' : ` in ${quoted(safe(side.revision))}`;
  return `${when} ${placeIn(at, side)}${version}`;
}

function placeIn({ file, line, column }: Place, { pathOf }: ComparedSide): string {
  return quoted(safe(`${pathOf(file)}:${line}:${column}`));
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const ruler = head.map((_, column) => (column === 0 ? '---' : '--:'));
  return [head, ruler, ...rows].map(line).join('\n');
}

function brokenSide(side: ComparedSide): readonly string[] {
  const { name, broken } = side;
  if (!broken) return [];
  return [
    `${quoted(safe(name))} has ${counted(broken.length, 'error')}, so nothing was compared:`,
    broken
      .map(({ file, range: { start }, message }) => {
        const at = { file, line: start.line + 1, column: start.character + 1 };
        const link = side.linkTo?.(at);
        return `- ${link === undefined ? placeIn(at, side) : `[${placeIn(at, side)}](${link})`} ${sentence(message)}`;
      })
      .join('\n'),
  ];
}

/** Names of files and revisions can't end the marks round them. */
function safe(text: string): string {
  return plain(text).replaceAll('`', "'");
}
