import type { TimeMap } from '@poise/analysis/map';
import { table } from './markdown-table.ts';
import { escalationWords, NO_ESCALATION, shownAnswers, TIMES_NOTE, timesTitle, unansweredWords } from './time-words.ts';

/** Answer times as Markdown: the same as in a terminal, in tables. */
export function timesMarkdown(map: TimeMap): string {
  const answered = map.escalations.filter(({ answers }) => answers.length > 0);
  const unanswered = unansweredWords(map);
  const parts = [
    `### ${timesTitle(map)}`,
    map.escalations.length === 0 ? NO_ESCALATION : TIMES_NOTE,
    ...answered.flatMap((times) => [
      `#### ${escalationWords(times, map)}`,
      table([
        ['', 'answer', 'when it begins'],
        ...shownAnswers(times).map((shown) => [shown.mark, shown.answer, shown.times]),
      ]),
    ]),
    ...(unanswered === undefined ? [] : [`${unanswered}.`]),
  ];
  return `${parts.join('\n\n')}\n`;
}
