import type { EscalationTimes, TimeMap } from '@poise/analysis/map';
import { plain } from '@poise/generator/words';
import type { Terminal } from '../../terminal.ts';
import { wrap } from '../wrap.ts';
import { columns, type Row } from './columns.ts';
import { escalationWords, NO_ESCALATION, shownAnswers, TIMES_NOTE, timesTitle, unansweredWords } from './time-words.ts';

/** Of `too late`. */
const MARK_WIDTH = 8;

/** Answer times for a terminal: each escalation with a row for each answer, the longest first. */
export function showTimes(map: TimeMap, { colors, width }: Pick<Terminal, 'colors' | 'width'>): string {
  const paragraph = (text: string) =>
    wrap(plain(text), width)
      .map((line) => `${line}\n`)
      .join('');
  const answered = map.escalations.filter(({ answers }) => answers.length > 0);
  const rows = (times: EscalationTimes): readonly Row[] =>
    shownAnswers(times).map((shown) => ({
      cells: ['', shown.mark.padEnd(MARK_WIDTH), shown.answer],
      said: [['', shown.times]],
    }));
  const unanswered = unansweredWords(map);
  return [
    `${colors.bold(timesTitle(map))}\n`,
    paragraph(map.escalations.length === 0 ? NO_ESCALATION : TIMES_NOTE),
    ...answered.map((times) => paragraph(escalationWords(times, map)) + columns(rows(times), width)),
    ...(unanswered === undefined ? [] : [paragraph(unanswered)]),
  ].join('\n');
}
