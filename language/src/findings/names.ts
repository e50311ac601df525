import { defineFindings } from './finding.ts';
import { article, code, didYouMean, oneOf } from './words.ts';

/** Why a name that is written rightly can't be taken all the same. */
const REFUSALS = {
  // `constructor` and the like are properties of every JavaScript object: a consumer that looks a name up in one would find them.
  tools: 'tools that read the finished playbook keep this word for themselves',
  index: '`index.json` is the list of all playbooks',
  device: 'Windows keeps this name for itself, so no file can be called that',
  length: 'names have at most 64 letters',
} as const;

/** What to do where a name may be meant as the words that are said or listened for. */
function orWords(p: { words?: string; list?: string; instead?: string }): string | undefined {
  const { words, list, instead } = p;
  if (instead !== undefined) return `: ${instead}`;
  if (words !== undefined) return `: for the words themselves write ${code(words)}`;
  return list === undefined ? undefined : `: declare it, as in ${code(list)}`;
}

/** What can be wrong with a name, where it is given or where it is used. */
export const nameFindings = defineFindings({
  'bad-name': {
    severity: 'error',
    message: (p: { name: string; proposal?: string }) =>
      `${code(p.name)} can't be a name: names are small letters, digits and \`_\`, and begin with a letter${p.proposal ? `, such as ${code(p.proposal)}` : ''}`,
  },
  'forbidden-name': {
    severity: 'error',
    message: (p: { name: string; reason: keyof typeof REFUSALS }) =>
      `${code(p.name)} can't be a name here: ${REFUSALS[p.reason]}`,
  },
  'unknown-name': {
    severity: 'error',
    message: (p: {
      kind: string;
      name: string;
      suggestion?: string;
      file?: string;
      words?: string;
      list?: string;
      instead?: string;
    }) =>
      p.file
        ? `there is no ${p.kind} called ${code(p.name)} here, but there is one in ${code(p.file)}: add ${code(`use "${p.file}"`)}`
        : `there is no ${p.kind} called ${code(p.name)}${orWords(p) ?? didYouMean(p.suggestion)}`,
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
    message: (p: { kind: string; name: string; owner?: string }) =>
      `there is already ${article(p.kind)} called ${code(p.name)} in ${p.owner ? code(p.owner) : 'this file'}: give one of the two another name`,
  },
  'duplicate-playbook': {
    severity: 'error',
    message: (p: { name: string; file: string }) =>
      `there is already a playbook called ${code(p.name)}, in ${code(p.file)}: give one of the two another name`,
  },
  'unsound-playbook': {
    severity: 'error',
    message: (p: { name: string; file: string }) =>
      `the scenarios can't be played, for they need ${code(p.name)}, which has errors: ${code(`poise check ${p.file}`)} shows them`,
  },
  'shadowed-name': {
    severity: 'error',
    message: (p: { kind: string; name: string; file: string }) =>
      `there is already ${article(p.kind)} called ${code(p.name)} in ${code(p.file)}, which this file uses: choose another name, or leave this one out`,
  },
  'clashing-uses': {
    severity: 'error',
    message: (p: { kind: string; name: string; files: readonly string[]; others: number }) =>
      `${oneOf(p.files, 'and')} both have ${article(p.kind)} called ${code(p.name)}${p.others > 0 ? `, and ${p.others} more names in common` : ''}: use only one of these files, or give one of the two another name`,
  },
  'ambiguous-name': {
    severity: 'error',
    message: (p: { name: string; kinds: readonly string[] }) =>
      `${code(p.name)} could be ${p.kinds.map((kind) => `the ${kind}`).join(' or ')}: give one of them another name`,
  },
  'unused-name': {
    severity: 'warning',
    missingFrom: 'file',
    message: (p: { kind: string; name: string }) => `nothing uses the ${p.kind} ${code(p.name)}`,
  },
  'repeated-in-list': {
    severity: 'warning',
    message: (p: { name: string }) => `${code(p.name)} stands twice in this list`,
  },
});
