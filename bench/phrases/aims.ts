import type { MeasuredOf } from '../measuring/case.ts';
import type { Aim } from '../reporting/aim.ts';
import { figure, grouped } from '../reporting/numbers.ts';
import { MICROSECONDS } from '../reporting/units.ts';
import type { PhraseCases, PhraseSearch } from './cases.ts';

/** Microseconds: twice what looking for nothing but words took, measured before ours was written. */
const MESSAGE = 15;
/** How much more ten times the phrases may cost until we say that cost isn't flat. */
const FLAT = 1.25;

/** What looking for phrases has to reach. */
export function phraseAims({ many, most }: PhraseCases, measuredOf: MeasuredOf): readonly Aim[] {
  const perMessage = ({ subjects, messages }: PhraseSearch) =>
    (measuredOf(subjects.Poise).warm.median / messages) * MICROSECONDS;
  const few = perMessage(many);
  const times = perMessage(most) / few;
  return [
    {
      aim: `a message under ${MESSAGE} µs`,
      by: `${grouped(many.phrases)} phrases`,
      measured: `${figure(few)} µs`,
      isMet: few < MESSAGE,
    },
    {
      aim: `with ten times the phrases a message costs no more than ${FLAT} times as much`,
      by: `${grouped(many.phrases)} to ${grouped(most.phrases)} phrases`,
      measured: `${figure(times)}`,
      isMet: times <= FLAT,
    },
  ];
}
