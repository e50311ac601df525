import { createCompiler } from '@poise/generator';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryHost } from '../../harness/memory-host.ts';
import { PATIENCE, runs } from '../../harness/runs.ts';
import { soundSources } from '../../laws/sound.ts';
import type { Texts } from '../linked-workspace.ts';
import { NAME_PLACES } from '../name-places.ts';
import { readWorkspace } from './workspace.ts';

const OLD = 'of_my_own';
const NEW = 'by_another_name';

describe('whatever has a name is renamed from each place where it stands', () => {
  // Several things of one name: each keeps to itself.
  const ofOneThing = Object.entries(NAME_PLACES).filter(([kind]) => kind !== 'a choice');

  test.each(ofOneThing)('%s', async (_kind, template) => {
    const text = template.replaceAll('NAME', OLD);
    const workspace = await readWorkspace(new Map([['main.playbook', text]]));
    for (const { index } of text.matchAll(new RegExp(`\\b${OLD}\\b`, 'g'))) {
      const place = workspace.at('main.playbook', index + 1) ?? expect.fail(`nothing is named at ${index}`);
      expect(workspace.renamed(place, NEW)).toEqual(new Map([['main.playbook', template.replaceAll('NAME', NEW)]]));
    }
  });
});

const compiler = createCompiler();
async function findingsIn(texts: Texts): Promise<string[]> {
  const { findings } = await compiler.compile([...texts.keys()], memoryHost(texts), {
    today: '2026-11-22',
    proofs: false,
  });
  return findings.map(({ file, code, message }) => `${file}: ${code}: ${message}`);
}

test(
  'a sound workspace stays sound, whatever gets another name; and renamed back it is what it was',
  () =>
    fc.assert(
      fc.asyncProperty(soundSources, async ({ otherwise: texts, choices }) => {
        const workspace = await readWorkspace(texts);
        const places = [...texts].flatMap(([path, text]) =>
          Array.from(text.matchAll(/[a-z]\w*/g), ({ index }) => workspace.at(path, index)).filter(
            (one) => one !== undefined,
          ),
        );
        const [first, ...others] = places;
        if (!first) return;
        const place = choices.one([first, ...others]);
        const renamed = workspace.renamed(place, NEW);
        if (typeof renamed === 'string') {
          // What `on phone` refers to is known by this name.
          expect(place.declaration.name).toBe('channel');
          return;
        }
        expect(renamed).not.toEqual(texts);
        expect(await findingsIn(renamed)).toEqual([]);
        const again = await readWorkspace(renamed);
        const [path = ''] = [...texts.keys()].filter((one) => place.document.uri.path === `/${one}`);
        const offset = renamed.get(path)?.indexOf(NEW) ?? -1;
        const back = again.at(path, offset) ?? expect.fail(`nothing is named at ${offset} of ${path}`);
        expect(again.renamed(back, place.declaration.name)).toEqual(texts);
      }),
      runs(60),
    ),
  PATIENCE,
);

describe('a name is refused', () => {
  const HEADING = 'playbook late "Late"\n  owner "Us"\n  version 1.0.0\n';
  const renamed = async (files: Record<string, string>, name: string) => {
    const texts = new Map(Object.entries(files).map(([path, text]) => [path, text.replace('|', '')]));
    const [path = '', text = ''] = Object.entries(files).find(([, one]) => one.includes('|')) ?? [];
    const workspace = await readWorkspace(texts);
    return workspace.renamed(workspace.at(path, text.indexOf('|')) ?? expect.fail('nothing is named there'), name);
  };

  test.each([
    [
      'Anger',
      "`Anger` can't be a name: names are small letters, digits and `_`, and begin with a letter, such as `anger`.",
    ],
    [
      'how angry',
      "`how angry` can't be a name: names are small letters, digits and `_`, and begin with a letter, such as `how_angry`.",
    ],
    ['', "`` can't be a name: names are small letters, digits and `_`, and begin with a letter."],
    ['customer', "`customer` is a word of the language and can't be a name: choose another."],
    [
      'constructor',
      "`constructor` can't be a name here: tools that read the finished playbook keep this word for themselves.",
    ],
  ])('that can’t be one: %s', async (name, because) => {
    expect(await renamed({ 'main.playbook': 'signal |mood from 0 to 10\n' }, name)).toBe(because);
  });

  const SHARED = 'signal anger from 0 to 10\nfield complaint text\nteam leads answers within 5 minutes\n';

  test.each<[string, Record<string, string>, string, string | undefined]>([
    [
      'where a used file has it',
      { 'a.playbook': 'use "b.playbook"\nsignal |mood from 0 to 10\n', 'b.playbook': SHARED },
      'anger',
      'There is already a signal called `anger` in `b.playbook`, line 1: choose another name.',
    ],
    [
      'of the same name space',
      { 'a.playbook': `${SHARED}situation |bad when anger is 3\n` },
      'complaint',
      'There is already a field called `complaint` in `a.playbook`, line 2: choose another name.',
    ],
    [
      'where a third file sees both',
      {
        'a.playbook': 'signal |mood from 0 to 10\n',
        'x/b.playbook': SHARED,
        'c.playbook': 'use "a.playbook"\nuse "x/b.playbook"\n',
      },
      'anger',
      'There is already a signal called `anger` in `x/b.playbook`, line 1: choose another name.',
    ],
    [
      'but not where nobody sees both',
      { 'a.playbook': 'signal |mood from 0 to 10\n', 'b.playbook': SHARED },
      'anger',
      undefined,
    ],
    ['nor for a thing of another kind', { 'a.playbook': `${SHARED}signal |mood from 0 to 10\n` }, 'leads', undefined],
    [
      'of another choice',
      { 'a.playbook': 'signal place one of |public, private\n' },
      'private',
      'There is already a choice called `private` in `a.playbook`, line 1: choose another name.',
    ],
    [
      'of another playbook',
      { 'late.playbook': HEADING.replace('late', 'la|te'), 'lost.playbook': HEADING.replace('late', 'lost') },
      'lost',
      'There is already a playbook called `lost` in `lost.playbook`, line 1: choose another name.',
    ],
    [
      'that a line would take for something else',
      { 'late.playbook': `${HEADING}trigger again when refund has happened\nstep |hear\n  offer refund "All"\n` },
      'refund',
      'There is already an offer called `refund` in `late.playbook`, line 6: choose another name.',
    ],
    [
      'or for two things',
      { 'late.playbook': `${HEADING}trigger again when hear has happened\nstep |hear\n  offer refund "All"\n` },
      'refund',
      'There is already an offer called `refund` in `late.playbook`, line 6: choose another name.',
    ],
    [
      'that a line of a scenario would read otherwise',
      { 'late.playbook': `${HEADING}team |leads answers within 5 minutes\nscenario "It works"\n  leads answer\n` },
      'team',
      'A line of `late.playbook` would be read otherwise with `team` in it: choose a name that is less like a word of the language.',
    ],
    [
      'where `on …` needs the old one',
      { 'late.playbook': `${HEADING}signal |channel one of phone, chat\nstep hear\n  say on phone "Hello."\n` },
      'medium',
      '`on …` in steps looks for a signal called `channel`, so that one has to keep its name.',
    ],
  ])('%s', async (_what, files, name, because) => {
    const result = await renamed(files, name);
    if (because === undefined) expect(result).toBeInstanceOf(Map);
    else expect(result).toBe(because);
  });
});
