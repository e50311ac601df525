import type { MeasuredOf, Spread } from '../measuring/case.ts';
import type { Aim } from '../reporting/aim.ts';
import { figure, grouped } from '../reporting/numbers.ts';
import { MEGABYTE } from '../reporting/units.ts';
import type { EditorCases } from './cases.ts';

/** How much more may be in use after all edits than after the first of them until we say that memory grows: what a busy machine may add, and no more. */
const STEADY = 1.1;
/** Bytes. */
const MEMORY = 350 * MEGABYTE;

/** What the language server has to reach. */
export function editorAims({ sizes, among, typing }: EditorCases, measuredOf: MeasuredOf): readonly Aim[] {
  const files = `${grouped(sizes.files)} files`;
  const measured = measuredOf(among.Poise);
  const memory = measuredOf(typing.Poise);
  const under = (aim: string, by: string, { median }: Spread, limit: number): Aim => ({
    aim: `${aim} under ${limit >= 1000 ? `${limit / 1000} s` : `${limit} ms`}`,
    by,
    measured: `${figure(median)} ms`,
    isMet: median < limit,
  });
  const memoryUnder = (by: string, { median }: Spread): Aim => ({
    aim: `the server under ${MEMORY / MEGABYTE} MB with ${files}`,
    by,
    measured: `${figure(median / MEGABYTE)} MB`,
    isMet: median < MEMORY,
  });
  const edited = (lines: number): string =>
    `what comes of an edit of ${grouped(lines)} lines among ${files} is told in`;
  const most = '95 of 100 edits';
  const grown = memory['liveMemory after many'].median / memory['liveMemory after few'].median;
  return [
    under(edited(sizes.smallLines), most, measured['small p95'], 30),
    under(edited(sizes.largeLines), most, measured['large p95'], 70),
    under(
      `what comes of an edit on which ${files} depend is told in`,
      'a file that is open',
      measured['hub open'],
      500,
    ),
    under('a completion in', '95 of 100, right after an edit', measured['as typed p95'], 30),
    under('a completion in', '95 of 100, at rest', measured['at rest p95'], 30),
    under(`${files} are looked at in`, 'from the start of the server', measured['found in all'], 2000),
    memoryUnder('when they have been looked at', measured.residentMemory),
    memoryUnder(`after ${grouped(sizes.manyEdits)} edits`, memory['residentMemory after many']),
    {
      aim: `no more than ${STEADY} times as much memory in use after ${grouped(sizes.manyEdits)} edits`,
      by: `as after ${grouped(sizes.fewEdits)}`,
      measured: figure(grown),
      isMet: grown <= STEADY,
    },
  ];
}
