import { posix } from 'node:path';
import fc from 'fast-check';
import { Choices } from './choices.ts';
import { declarations, framework, situation } from './declarations.ts';
import { nodesIn, type PlainFile, type PlainMember, type PlainOf, type PlainWorkspace, type Ref } from './plain.ts';
import { playbookMembers, trigger } from './playbooks.ts';
import { planRules, rules } from './rules.ts';
import { Commons, emptyScope, type OwnScope, type Pen, refTo, type Scope, seenFrom } from './scope.ts';

/** How many choices a workspace may take: after that all is as simple as can be. */
const MOST_CHOICES = 5000;

/** How many smaller examples are looked for once a law fails: a smaller one is worth seconds, not minutes. */
const MOST_SHRINKS = 200;

/** Choices, as fast-check makes and shrinks them. */
export const anyChoices: fc.Arbitrary<Choices> = fc
  .limitShrink(fc.array(fc.nat({ max: 9999 }), { maxLength: MOST_CHOICES, size: 'max' }), MOST_SHRINKS)
  .map((numbers) => new Choices(numbers));

/** Some libraries, and the playbooks that use them, sound by construction: nothing at all may be found in them. */
export function soundWorkspace(choices: Choices): PlainWorkspace {
  const commons = new Commons(choices);
  const headings = choices.times(1, 3, () => refTo('Heading', commons.name('playbook')));
  const scopes = new Map<string, Scope>();
  const files = new Map<string, PlainFile>();

  /** Which of the files so far a file uses, and what it sees of them. */
  const use = (path: string, libraries: readonly string[]): { uses: PlainOf<'Use'>[]; scope: Scope } => ({
    uses: libraries.map((library) => ({
      $type: 'Use',
      path: `"${posix.relative(posix.dirname(path), library)}"`,
      items: [],
    })),
    scope: libraries.length === 0 ? emptyScope() : seenFrom(libraries.flatMap((library) => scopes.get(library) ?? [])),
  });
  const chosen = (): string[] => (choices.chance(80) ? choices.some([...scopes.keys()], 2) : []);

  for (let index = choices.below(4); index > 0; index -= 1) {
    const path = `${choices.one(['shared', 'shared/rules', '.', 'über uns'])}/library_${index}.playbook`;
    const { uses, scope } = use(path, chosen());
    const members = libraryMembers({ choices, commons, scope, own: ownOf(headings, headings, []) });
    scopes.set(posix.normalize(path), scope);
    files.set(posix.normalize(path), { $type: 'PlaybookFile', orphans: [], members: [...uses, ...members] });
  }
  for (const [index, heading] of headings.entries()) {
    const path = posix.normalize(`${choices.one(['.', 'desk', 'shared'])}/${heading.name}.playbook`);
    const { uses, scope } = use(path, chosen());
    const own = ownOf(headings, headings.slice(index + 1), headings.slice(0, index));
    const members = playbookMembers(heading, { choices, commons, scope, own });
    files.set(path, { $type: 'PlaybookFile', orphans: [], members: [...uses, ...members] });
  }
  return withEachStarted(withCalledInUse(files), {
    choices,
    commons,
    scope: emptyScope(),
    own: ownOf(headings, [], []),
  });
}

function ownOf(
  playbooks: readonly Ref<'Heading'>[],
  callable: readonly Ref<'Heading'>[],
  beatable: readonly Ref<'Heading'>[],
): OwnScope {
  return {
    steps: [],
    offers: [],
    commitments: [],
    followUps: [],
    stages: [],
    playbooks: [...playbooks],
    callable: [...callable],
    beatable: [...beatable],
  };
}

/** The members of a library below its `use` lines, in any order. */
function libraryMembers(pen: Pen): PlainMember[] {
  const { choices, scope } = pen;
  const declared = [...declarations(pen), ...choices.times(0, 1, () => framework(pen))];
  const stages = scope.frameworks.flatMap((one) => one.stages.map(({ name }) => refTo('Stage', name)));
  const whole: Pen = { ...pen, own: { ...pen.own, stages } };
  const planned = planRules(whole);
  return choices.shuffled([...declared, ...choices.times(0, 2, () => situation(whole)), ...rules(planned, whole)]);
}

/** The files, with no playbook retired that any goes on with. */
function withCalledInUse(files: ReadonlyMap<string, PlainFile>): PlainWorkspace {
  const called = new Set(
    [...files.values()].flatMap((file) =>
      [...nodesIn(file)].flatMap((node) =>
        node.$type === 'ContinueWith' || node.$type === 'Complete' ? node.playbook.name : [],
      ),
    ),
  );
  const inUse = (member: PlainMember): PlainMember =>
    member.$type === 'Heading' && called.has(member.name)
      ? { ...member, items: member.items.filter((item) => item.$type !== 'Status' || item.value !== 'retired') }
      : member;
  return new Map([...files].map(([path, file]) => [path, { ...file, members: file.members.map(inUse) }]));
}

/** The files, with a trigger for each playbook that has none and that no other file calls. */
function withEachStarted(files: ReadonlyMap<string, PlainFile>, pen: Pen): PlainWorkspace {
  const isCalled = (name: string, by: string) =>
    [...files].some(
      ([path, file]) =>
        path !== by &&
        [...nodesIn(file)].some(
          (node) => (node.$type === 'ContinueWith' || node.$type === 'Complete') && node.playbook.name === name,
        ),
    );
  return new Map(
    [...files].map(([path, file]) => {
      const heading = file.members.find((member) => member.$type === 'Heading');
      const starts = !heading || file.members.some(({ $type }) => $type === 'Trigger') || isCalled(heading.name, path);
      return [path, starts ? file : { ...file, members: [...file.members, trigger(pen)] }];
    }),
  );
}
