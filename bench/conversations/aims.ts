import type { MeasuredOf, Spread } from '../measuring/case.ts';
import type { Aim } from '../reporting/aim.ts';
import { figure, grouped } from '../reporting/numbers.ts';
import { KILOBYTE, MEGABYTE } from '../reporting/units.ts';
import type { ConversationCases } from './cases.ts';

/** Microseconds. */
const TURN = 50;
/** Bytes. */
const MEMORY = 4 * KILOBYTE;

/** What conversations have to reach. */
export function conversationAims({ turns, few, many }: ConversationCases, measuredOf: MeasuredOf): readonly Aim[] {
  const turnUnder = (aim: string, by: string, { median }: Spread): Aim => {
    return { aim, by, measured: `${figure(median)} µs`, isMet: median < TURN };
  };
  const { bytesEach } = measuredOf(few);
  const { residentMemory } = measuredOf(many);
  const atOnce = `${grouped(many.conversations)} open conversations in one process`;
  return [
    turnUnder(
      `a turn under ${TURN} µs`,
      'median over all shipped scenarios, all playbooks loaded',
      measuredOf(turns)['all median'],
    ),
    {
      aim: `an open conversation under ${MEMORY / KILOBYTE} KB`,
      by: `${grouped(few.conversations)} of them, beyond the shared playbooks`,
      measured: `${figure(bytesEach.median / KILOBYTE)} KB`,
      isMet: bytesEach.median < MEMORY,
    },
    // Had it not been possible, there would be no figures.
    {
      aim: atOnce,
      by: 'opened, and one more turn in each',
      measured: `${figure(residentMemory.median / MEGABYTE)} MB`,
      isMet: true,
    },
  ];
}
