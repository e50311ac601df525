import type { Part } from '../part.ts';
import { phraseAims } from './aims.ts';
import type { PhraseCases } from './cases.ts';
import { reportOnPhrases } from './report.ts';

/** Looking for phrases, beside what else can look for many texts at once. */
export function phrasesPart(cases: PhraseCases): Part {
  return {
    cases: Object.values(cases).flatMap(({ subjects }) => Object.values(subjects)),
    aims: (measuredOf) => phraseAims(cases, measuredOf),
    report: (measuredOf) => reportOnPhrases(cases, measuredOf),
  };
}
