import type { Finding } from '@poise/language';
import { expect, test } from 'vitest';
import { syntaxFindings } from '../../language/src/findings/syntax.ts';
import { keywords } from '../harness/keywords.ts';
import { PATIENCE, runs } from '../harness/runs.ts';
import { shippedSources } from '../harness/shipped.ts';
import { textChecker } from '../harness/text-checker.ts';
import { type MisspeltLine, misspellings } from './misspelt.ts';

/** How many misspellings of each line are tried, of all that differ in one letter. */
const PER_LINE = runs(1).numRuns;
/** Usually every third line is tried; where more is asked for, all. */
const EVERY = PER_LINE > 1 ? 1 : 3;

const words = keywords();
const check = textChecker();

const isSyntax = ({ code }: Finding) => Object.hasOwn(syntaxFindings, code);
const place = ({ range: { start }, code, message }: Finding) =>
  `${start.line + 1}:${start.character + 1} ${code}: ${message}`;

test.each([...shippedSources()])(
  'a misspelt line of %s costs one finding, on that line',
  async (_path, text) => {
    expect((await check(text)).filter(isSyntax)).toEqual([]);
    const failures: string[] = [];
    for (const misspelling of misspellings(text, words, EVERY, PER_LINE)) {
      const findings = await check(misspelling.text);
      if (costsOne(misspelling, findings)) continue;
      const { line, word, misspelt } = misspelling;
      failures.push(
        [`line ${line + 1}, ${word} → ${misspelt}`, ...findings.filter(isSyntax).map(place)].join('\n    '),
      );
    }
    expect(failures.join('\n')).toBe('');
  },
  PATIENCE,
);

function costsOne({ line, misspelt }: MisspeltLine, findings: readonly Finding[]): boolean {
  const [found, ...more] = findings.filter(isSyntax);
  if (found) return more.length === 0 && found.range.start.line === line;
  // What looks like a name can be one: `custmer declines refund` speaks of a team, and then that team is not there.
  return findings.some(
    ({ code, range, message }) =>
      code === 'unknown-name' && range.start.line === line && message.includes(`\`${misspelt}\``),
  );
}
