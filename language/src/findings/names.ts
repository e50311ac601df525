import { defineFindings } from './finding.ts';
import { article, code, didYouMean, oneOf } from './words.ts';

/** What can be wrong with a name, where it is given or where it is used. */
export const nameFindings = defineFindings({
  'bad-name': {
    severity: 'error',
    message: (p: { name: string; proposal?: string }) =>
      `${code(p.name)} can't be a name: names are small letters, digits and \`_\`, and begin with a letter${p.proposal ? `, such as ${code(p.proposal)}` : ''}`,
  },
  'forbidden-name': {
    severity: 'error',
    message: (p: { name: string; reason: string }) => `${code(p.name)} can't be a name here: ${p.reason}`,
  },
  'unknown-name': {
    severity: 'error',
    message: (p: { kind: string; name: string; suggestion?: string; file?: string }) =>
      p.file
        ? `there is no ${p.kind} called ${code(p.name)} here, but there is one in ${code(p.file)}: add ${code(`use "${p.file}"`)}`
        : `there is no ${p.kind} called ${code(p.name)}${didYouMean(p.suggestion)}`,
  },
  'unknown-choice': {
    severity: 'error',
    message: (p: { name: string; fact: string; choices: readonly string[]; suggestion?: string }) =>
      p.suggestion
        ? `${code(p.fact)} can't be ${code(p.name)}${didYouMean(p.suggestion)}`
        : `${code(p.fact)} can't be ${code(p.name)}: it is one of ${oneOf(p.choices)}`,
  },
  'duplicate-name': {
    severity: 'error',
    message: (p: { kind: string; name: string }) =>
      `there is already ${article(p.kind)} called ${code(p.name)} in this file`,
  },
  'shadowed-name': {
    severity: 'error',
    message: (p: { kind: string; name: string; file: string }) =>
      `there is already ${article(p.kind)} called ${code(p.name)} in ${code(p.file)}, which this file uses: choose another name, or use that one`,
  },
  'clashing-uses': {
    severity: 'error',
    message: (p: { kind: string; name: string; files: readonly string[] }) =>
      `${oneOf(p.files, 'and')} both have ${article(p.kind)} called ${code(p.name)}: rename one of them, or use only one of the files`,
  },
  'ambiguous-name': {
    severity: 'error',
    message: (p: { name: string; kinds: readonly string[] }) =>
      `${code(p.name)} could be ${p.kinds.map(article).join(' or ')}: give one of them another name`,
  },
  'unused-name': {
    severity: 'warning',
    message: (p: { kind: string; name: string }) => `nothing uses the ${p.kind} ${code(p.name)}`,
  },
  'repeated-in-list': {
    severity: 'warning',
    message: (p: { name: string }) => `${code(p.name)} stands twice in this list`,
  },
});
