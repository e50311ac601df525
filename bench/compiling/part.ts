import type { Part } from '../part.ts';
import { compilingAims } from './aims.ts';
import { type CompilingCases, compilingCases } from './cases.ts';
import { reportOnCompiling } from './report.ts';

/** Compiling, beside other compilers. */
export function compilingPart(cases: CompilingCases): Part {
  return {
    cases: compilingCases(cases),
    aims: (measuredOf) => compilingAims(cases, measuredOf),
    report: (measuredOf) => reportOnCompiling(cases, measuredOf),
  };
}
