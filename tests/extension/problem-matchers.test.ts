import { expect, test } from 'vitest';
import manifest from '../../extension/package.json' with { type: 'json' };
import { folderWith, poise } from '../cli/poise.ts';

const FOUND = `playbook lamp "Broken lamp"
  ownr "Shop"
  version 1.0.0
trigger broken
  when customer says "arrived broken"
step listen "Listen first"
  say "I am sorry. It is: a pity"
`;
const FAILS = `playbook lamp "Broken lamp"
  owner "Shop"
  version 1.0.0
trigger broken
  when customer says "arrived broken"
step listen "Listen first"
  goal "The customer feels heard."
  say "I am sorry."
scenario "It is: over"
  customer says "It arrived broken"
  expect end
`;

/** What a matcher of Visual Studio Code finds in an output, by the names of what it takes. */
function matched(name: string, output: string): readonly Readonly<Record<string, string | undefined>>[] {
  const { pattern } = manifest.contributes.problemMatchers.find((matcher) => matcher.name === name) ?? {};
  const { regexp, ...parts } = [pattern].flat()[0] ?? { regexp: '' };
  return output.split('\n').flatMap((line) => {
    const found = new RegExp(regexp).exec(line);
    return found
      ? [Object.fromEntries(Object.entries(parts).map(([part, group]) => [part, found[Number(group)]]))]
      : [];
  });
}

test('what `poise check` says becomes problems, all of it', () => {
  const drafts = { folders: { drafts: { severity: { 'missing-goal': 'info' } } } };
  const cwd = folderWith({
    'poise.json': JSON.stringify(drafts),
    'sub folder/lamp.playbook': FOUND,
    'drafts/lamp.playbook': FOUND,
  });
  const { stdout } = poise(['check'], { cwd });
  const { findings } = JSON.parse(poise(['check', '--format', 'json'], { cwd }).stdout);
  const severities = findings.map(({ severity }: { readonly severity: string }) => severity);
  expect(new Set(severities)).toEqual(new Set(['error', 'warning', 'info']));
  const words: Readonly<Record<string, string>> = { info: 'remark' };
  expect(matched('poise', stdout)).toEqual(
    findings.map((found: Readonly<Record<string, unknown>>) => ({
      file: found.file,
      line: String(found.line),
      column: String(found.column),
      severity: words[String(found.severity)] ?? found.severity,
      message: found.message,
      code: found.code,
    })),
  );
});

test('what `poise test` says becomes problems', () => {
  const cwd = folderWith({ 'poise.json': '{}', 'lamp.playbook': FAILS });
  const { stdout } = poise(['test'], { cwd });
  expect(matched('poise-scenarios', stdout)).toEqual([
    { file: 'lamp.playbook', line: '11', column: '3', message: 'lamp: It is: over' },
  ]);
});
