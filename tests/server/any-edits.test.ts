import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Editor } from '../harness/editor.ts';
import { PATIENCE, runs } from '../harness/runs.ts';

/**
 * Files as lists of parts, of which any may be there: with some of them missing there are mistakes of all kinds, within files and between them.
 */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'house.playbook': [
    'use "teams.playbook"\n',
    'phrases blame: "how come"\n',
    'boundary no_blame\n  never say blame\n',
    'signal anger from 0 to 10 "How angry the customer sounds."\n',
    'phrases blame: "calm down"\n',
  ],
  'teams.playbook': [
    'team leads "Team leads" answers within 5 minutes\n',
    'boundary no_advice\n  never say "you should have"\n',
    'framework calm\n  stage hear\n  stage solve\n',
  ],
  'late.playbook': [
    'use "house.playbook"\n',
    '\n\n',
    'playbook late "Late delivery"\n',
    'playbook spare "Of two files"\n',
    '  owner "Customer Operations"\n  version 1.0.0\n',
    '  beats refund\n',
    '  follows calm\n',
    'signal mood from 0 to 10 "How they feel."\n',
    '// allow unused-name: the next version asks for it\nfield order_number text "Order number"\n',
    'trigger late when customer says "where is my parcel"\n',
    '// allow short-phrase: they say it often\ntrigger angry when anger is at least 3\n',
    'step hear\n  stage hear\n  goal "They feel heard."\n',
    '  say "How come it is late?"\n',
    '  say "You should have called."\n',
    'step solve\n  goal "It is solved."\n  say "I will see to it."\n  continue with refund\n',
    'step rest\n  goal "They rest."\n  say "Good bye for now."\n',
  ],
  'refund.playbook': [
    'use "house.playbook"\n',
    'use "late.playbook"\n',
    'playbook refund "Refunds"\n  owner "Customer Operations"\n  version 1.0.0\n',
    '  beats late\n',
    'playbook spare "Of two files"\n',
    'trigger refund when customer says "money back"\n',
    'trigger mood when mood is at least 3\n',
    'trigger angry when anger is at least 5\n',
    'step hear\n  goal "They feel heard."\n  say "How come you ask?"\n',
    '  go to hear\n',
  ],
  'poise.json': [],
};
const PATHS = Object.keys(PARTS);

const anyText = (path: string): fc.Arbitrary<string> => {
  if (path === 'poise.json')
    return fc.constantFrom(
      '{}',
      '{ "severity": { "missing-goal": "off" } }',
      '{ "severity": { "unused-name": "error" } }',
    );
  const parts = PARTS[path] ?? [];
  // Most parts are there most of the time.
  const each = parts.map(() => fc.integer({ min: 0, max: 4 }));
  return fc.tuple(...each).map((there) => parts.filter((_, index) => there[index] !== 0).join(''));
};

type Act =
  | { readonly kind: 'write' | 'save'; readonly path: string; readonly text: string }
  | { readonly kind: 'remove' | 'close'; readonly path: string }
  | { readonly kind: 'pause' };

const anyAct: fc.Arbitrary<Act> = fc.constantFrom(...PATHS).chain((path) => {
  const text = anyText(path);
  return fc.oneof(
    { weight: 6, arbitrary: text.map((text): Act => ({ kind: path === 'poise.json' ? 'save' : 'write', path, text })) },
    { weight: 2, arbitrary: text.map((text): Act => ({ kind: 'save', path, text })) },
    { weight: 1, arbitrary: fc.constantFrom<Act>({ kind: 'remove', path }, { kind: 'close', path }) },
    { weight: 2, arbitrary: fc.constant<Act>({ kind: 'pause' }) },
  );
});

test(
  'whatever is edited, and however fast, in the end all is shown as after a fresh start',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record(Object.fromEntries(PATHS.map((path) => [path, anyText(path)]))),
        fc.array(anyAct, { minLength: 1, maxLength: 12 }),
        async (texts, acts) => {
          const disk = new Map(Object.entries(texts));
          const open = new Map<string, string>();
          const editor = await Editor.on(disk);
          for (const act of acts) {
            switch (act.kind) {
              case 'write':
                open.set(act.path, act.text);
                await editor.write(act.path, act.text);
                break;
              case 'save':
                disk.set(act.path, act.text);
                await editor.save(act.path, act.text);
                break;
              case 'remove':
                if (!disk.has(act.path) || open.has(act.path)) break;
                disk.delete(act.path);
                await editor.save(act.path, undefined);
                break;
              case 'close':
                if (!open.delete(act.path)) break;
                await editor.close(act.path);
                break;
              case 'pause':
                await editor.settled();
            }
          }
          await editor.settled();
          const fresh = await Editor.on(new Map([...disk, ...open]));
          await fresh.settled();
          const shown = Object.fromEntries(PATHS.map((path) => [path, readable(editor, path)]));
          expect(shown).toEqual(Object.fromEntries(PATHS.map((path) => [path, readable(fresh, path)])));
          editor.end();
          fresh.end();
        },
      ),
      { ...runs(25), seed: 5 },
    );
  },
  PATIENCE,
);

/** What is shown of a file, a line for each finding. */
function readable(editor: Editor, path: string): readonly string[] {
  return (editor.shown(path) ?? [])
    .map(({ range: { start, end }, severity, code, message, relatedInformation }) =>
      JSON.stringify([
        start.line,
        start.character,
        end.line,
        end.character,
        severity,
        code,
        message,
        relatedInformation,
      ]),
    )
    .sort();
}
