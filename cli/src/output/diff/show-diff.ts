import type { Change, ChangeClass, Place } from '@poise/analysis/diff';
import { overviewOf, pathInRevision, pointsOf, ruleWords, toldChanges, verdictWords } from '@poise/generator/comparing';
import { counted, plain, quoted, sentence, someOf } from '@poise/generator/words';
import type { ReadSide } from '../../diff/read-side.ts';
import type { Colors, Terminal } from '../../terminal.ts';
import { showFindings } from '../findings.ts';
import { table } from '../table.ts';
import type { DiffResults } from './results.ts';

type Style = Pick<Terminal, 'colors' | 'width'>;

/** What became of the playbooks, for a person: each change, then all playbooks at a glance, then what is to be done about it. */
export function showDiff({ sides, difference, verdict }: DiffResults, style: Style): string {
  if (!difference || !verdict) return sides.map((side) => brokenSide(side, style)).join('');
  const changes = toldChanges(difference.changes);
  const same = difference.changes.length - changes.length;
  const unchanged = `${counted(same, 'rule')} the same\n`;
  if (changes.length === 0) return unchanged;
  const shown = changes.map((change) => `${shownChange(change, sides, style.colors)}\n`);
  const reasons = verdictWords(verdict).map((reason) => `${style.colors.red('fails')}  ${sentence(reason)}\n`);
  const overview = table(overviewOf(difference.playbooks));
  return `${shown.join('')}${overview}\n${reasons.join('')}${counted(changes.length, 'change')}, ${unchanged}`;
}

/** What is wrong with a version, as `poise check` says it. */
function brokenSide(side: ReadSide, style: Style): string {
  const { name, broken, sources = new Map() } = side;
  if (!broken) return '';
  const pathOf = (file: string) => pathInRevision(side, file);
  const many = counted(broken.length, 'error');
  return `${showFindings({ findings: broken, sources }, { ...style, pathOf })}${many} in ${quoted(plain(name))}: nothing was compared\n`;
}

function shownChange(change: Change, [was, is]: DiffResults['sides'], colors: Colors): string {
  const { class: what, before, after, playbooks, renamed } = change;
  const earlier = renamed && before ? `, earlier ${quoted(before.names[0] ?? '')}` : '';
  const lines = [
    `${COLOURS[what](colors)(what)}  ${colors.bold(sentence(ruleWords(change)))}${earlier}`,
    ...(before ? [`  ${colors.dim('before')}  ${placeWords(before.at, was)}`] : []),
    ...(after ? [`  ${colors.dim('now')}     ${placeWords(after.at, is)}`] : []),
    ...pointsOf(change).flatMap((point) => [
      `  ${sentence(point.what)}`,
      `    ${colors.dim('before')}  ${sentence(point.before)}`,
      `    ${colors.dim('now')}     ${sentence(point.now)}`,
    ]),
    ...(playbooks.length > 1 ? [`  in ${someOf(playbooks)}`] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function placeWords({ file, line, column }: Place, { pathOf, revision }: ReadSide): string {
  const version = revision === undefined ? '' : ` in ${quoted(plain(revision))}`;
  return `${plain(pathOf(file))}:${line}:${column}${version}`;
}

const COLOURS: Readonly<Record<ChangeClass, (colors: Colors) => (text: string) => string>> = {
  lost: ({ red }) => red,
  loosened: ({ red }) => red,
  moved: ({ yellow }) => yellow,
  tightened: ({ green }) => green,
  new: ({ green }) => green,
  'words only': ({ blue }) => blue,
  same: ({ dim }) => dim,
};
