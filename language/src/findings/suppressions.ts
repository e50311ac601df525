import { defineFindings } from './finding.ts';
import { code, didYouMean } from './words.ts';

/** Why an `// allow` remark is for no part of the playbook. */
const MISPLACED = {
  behind: 'stands behind a line: put it on a line of its own, right above the part it is for',
  within: 'stands inside a part: put it right above that part, which it then holds for as a whole',
  last: 'has nothing below it: put it right above the part it is for',
  note: 'takes two strokes: three are for descriptions',
} as const;

/** What can be wrong with a remark `// allow <code>: <reason>`. All of these are warnings: such a remark silences nothing, and that is enough. */
export const suppressionFindings = defineFindings({
  'unknown-suppression': {
    severity: 'warning',
    message: (p: { code: string; suggestion?: string }) =>
      `there is no finding with the code ${code(p.code)}${didYouMean(p.suggestion)}`,
    help: () => 'If this is an ordinary remark, let it begin with another word than `allow`.',
  },
  'forbidden-suppression': {
    severity: 'warning',
    message: (p: { code: string }) =>
      `${code(p.code)} is an error, and errors can't be allowed: put right what is found instead`,
  },
  'misplaced-suppression': {
    severity: 'warning',
    message: (p: { code: string; problem: keyof typeof MISPLACED }) =>
      `${code(`allow ${p.code}`)} ${MISPLACED[p.problem]}`,
  },
  'suppression-without-reason': {
    severity: 'warning',
    message: (p: { code: string }) =>
      `this doesn't say why: write ${code(`// allow ${p.code}: …`)}, with the reason behind the colon`,
  },
  'unneeded-suppression': {
    severity: 'warning',
    message: (p: { code: string }) => `${code(p.code)} isn't found in the part below: this remark can go`,
  },
});
