import { expect, test } from 'vitest';
import { textChecker } from '../harness/text-checker.ts';

test('what a message quotes is on one line, without the remarks in it', async () => {
  const findings = await textChecker()(`team support answers within 1 minute
situation busy when support is // who
  known // knows
`);
  expect(findings.map(({ message }) => message)).toEqual([
    "`support` is a team, so `is known` can't be asked of it: write for instance `support is open`",
  ]);
});
