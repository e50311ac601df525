import type { FindingCode } from '@poise/language';
import { ONCE } from '../../language/src/structure/placement.ts';
import type { Choices } from '../harness/sound-workspace/choices.ts';
import {
  type NodeType,
  nodesIn,
  nodesOf,
  type PlainFile,
  type PlainItem,
  type PlainMember,
  type PlainOf,
  type PlainWorkspace,
  refsIn,
  replaced,
} from '../harness/sound-workspace/plain.ts';
import { refTo } from '../harness/sound-workspace/scope.ts';

/** Puts one mistake into a sound workspace; nothing where the workspace has no place for it. */
export type Fault = (workspace: PlainWorkspace, choices: Choices) => PlainWorkspace | undefined;

/** Mistakes that authors make, by what they are; each with the code of a finding that must come of it, whatever else does. */
export const FAULTS: Readonly<Record<string, readonly [code: FindingCode, seed: Fault]>> = {
  'a name that nothing has': [
    'unknown-name',
    (workspace, choices) => {
      const ref = choices.oneOf(
        [...refsIn([...workspace.values()])].filter(({ to }) => to !== 'Choice' && to !== 'Stage'),
      );
      return ref && replaced(workspace, ref, { ...ref, name: 'nowhere_to_be_found' });
    },
  ],
  'a choice that a fact has not': [
    'unknown-choice',
    (workspace, choices) => {
      const ref = choices.oneOf([...refsIn([...workspace.values()])].filter(({ to }) => to === 'Choice'));
      return ref && replaced(workspace, ref, { ...ref, name: 'nowhere_to_be_found' });
    },
  ],
  'a declaration taken out that others name': [
    'unknown-name',
    (workspace, choices) => {
      const files = [...workspace.values()];
      const named = [...refsIn(files)].filter(({ to }) => REMOVABLE.has(to));
      const member = choices.oneOf(
        membersIn(workspace).filter((one) => named.some(({ to, name }) => to === one.$type && name === nameOf(one))),
      );
      // Where something else has the name, that is what it means then.
      const bearers = [...nodesIn(files)].filter((node) => 'name' in node && member && node.name === nameOf(member));
      return bearers.length === 1 ? replaced(workspace, member, undefined) : undefined;
    },
  ],
  'a declaration made twice': [
    'duplicate-name',
    (workspace, choices) =>
      inFile(workspace, choices, (file) => {
        const member = choices.oneOf(file.members.filter((one) => nameOf(one) !== '' && one.$type !== 'Heading'));
        return member && { ...file, members: [...file.members, member] };
      }),
  ],
  'a name of a used file taken again': [
    'shadowed-name',
    (workspace) => {
      const library = [...workspace].find(([, file]) => !file.members.some(isHeading));
      const user =
        library &&
        [...workspace.values()].find((file) => nodesOf(file, 'Use').some(({ path }) => path.includes(library[0])));
      const member = library?.[1].members.find(({ $type }) => REMOVABLE.has($type));
      return user && member && replaced(workspace, user, { ...user, members: [...user.members, member] });
    },
  ],
  'a value out of its range': [
    'out-of-range',
    (workspace, choices) => {
      const files = [...workspace.values()];
      const ranges = [...nodesOf(files, 'Signal'), ...nodesOf(files, 'Field')].filter(
        ({ valueType }) => valueType.$type === 'RangeType',
      );
      const comparison = choices.oneOf(
        nodesOf(files, 'Comparison').filter(
          ({ subject, relation }) =>
            relation?.$type === 'ValueRelation' &&
            ranges.some(({ $type, name }) => subject?.to === $type && subject.name === name),
        ),
      );
      const value = comparison?.relation?.$type === 'ValueRelation' ? comparison.relation.value : undefined;
      return value && replaced(workspace, value, { $type: 'NumberLiteral', value: 1_000_000 });
    },
  ],
  'a value of another kind': [
    'wrong-type',
    (workspace, choices) => {
      const relation = choices.oneOf(
        anywhere(workspace, 'ValueRelation').filter(({ value }) => value.$type === 'NumberLiteral'),
      );
      return relation && replaced(workspace, relation.value, { $type: 'DateLiteral', value: '2027-01-01' });
    },
  ],
  'a stage without a step': [
    'stage-missing',
    (workspace, choices) =>
      inPlaybook(workspace, choices, (file) => {
        const [follows] = nodesOf(file, 'Follows');
        const framework = anywhere(workspace, 'Framework').find(({ name }) => name === follows?.framework.name);
        const needed = choices.oneOf(framework?.stages.filter(({ optional }) => !optional) ?? []);
        const lines = nodesOf(file, 'StageReference').filter(({ stage }) => stage.name === needed?.name);
        return lines.reduce((rest, line) => replaced(rest, line, undefined), file);
      }),
  ],
  'two stages in the wrong order': [
    'stage-out-of-order',
    (workspace, choices) =>
      inPlaybook(workspace, choices, (file) => {
        const lines = nodesOf(file, 'StageReference');
        const [first, last] = [lines[0]?.stage.name, lines.at(-1)?.stage.name];
        if (first === undefined || last === undefined || first === last) return undefined;
        const swapped = new Map([
          [first, last],
          [last, first],
        ]);
        return lines.reduce((rest, line) => {
          const name = swapped.get(line.stage.name);
          return name === undefined ? rest : replaced(rest, line.stage, refTo('Stage', name));
        }, file);
      }),
  ],
  'no owner': ['missing-owner', (workspace, choices) => withoutLine(workspace, choices, 'Owner')],
  'no version': ['missing-line', (workspace, choices) => withoutLine(workspace, choices, 'Version')],
  'a team that never answers': ['missing-line', (workspace, choices) => withoutLine(workspace, choices, 'Answers')],
  'a line twice that may stand once': [
    'repeated-line',
    (workspace, choices) => {
      const line = choices.oneOf(linesIn(workspace).filter(({ $type }) => ONCE.has($type)));
      return line && inItsMember(workspace, line, (items) => [...items, line]);
    },
  ],
  'a line in the wrong place': [
    'misplaced-line',
    (workspace, choices) => {
      const line = choices.oneOf(linesIn(workspace).filter(({ $type }) => $type !== 'ReviewBy'));
      const misplaced = { $type: 'ReviewBy', date: '2027-01-01' } as const;
      const isOfHeading = membersIn(workspace).some(
        (one) => one.$type === 'Heading' && one.items.some((item) => item === line),
      );
      return line && !isOfHeading ? inItsMember(workspace, line, (items) => [...items, misplaced]) : undefined;
    },
  ],
  'a situation that rests on itself': [
    'situation-cycle',
    (workspace, choices) => {
      const situation = choices.oneOf(anywhere(workspace, 'Situation'));
      const itself = situation && { $type: 'Comparison', subject: refTo('Situation', situation.name) };
      return situation?.when && replaced(workspace, situation.when, itself);
    },
  ],
  'a phrase list that names itself': [
    'phrase-cycle',
    (workspace, choices) => {
      const list = choices.oneOf(anywhere(workspace, 'PhraseList'));
      const itself = list && { $type: 'PhraseListReference', list: refTo('PhraseList', list.name) };
      return list && replaced(workspace, list, { ...list, patterns: [...list.patterns, itself] });
    },
  ],
  'a step that leads only to itself': [
    'no-way-out',
    (workspace, choices) => {
      // What is asked for before a step or a stage may hold the jump back, and then the step's other ways out are open.
      if (anywhere(workspace, 'StepMilestone').length + anywhere(workspace, 'StageMilestone').length > 0)
        return undefined;
      return inPlaybook(workspace, choices, (file) => {
        const first = file.members.find(({ $type }) => $type === 'Step');
        if (first?.$type !== 'Step') return undefined;
        const itself = { $type: 'GoTo', step: refTo('Step', first.name) };
        // Handing over is a way out, and a step that may be skipped is passed over.
        const rest = first.items.filter(({ $type }) => $type !== 'EscalateTo' && $type !== 'SkipWhen');
        return replaced(file, first, { ...first, items: [itself, ...rest] });
      });
    },
  ],
  'a condition on what nothing gathers': [
    'never-gathered',
    (workspace, choices) =>
      inPlaybook(workspace, choices, (file) => {
        const field = {
          $type: 'Field',
          name: 'unheard_of',
          valueType: { $type: 'FlagType', flag: true },
          items: [],
        } as const;
        const when = { $type: 'Comparison', subject: refTo('Field', field.name) } as const;
        const trigger = { $type: 'Trigger', name: 'never_happens', when, items: [] } as const;
        return { ...file, members: [...file.members, field, trigger] };
      }),
  ],
  'and mixed with or': [
    'mixed-and-or',
    (workspace, choices) => {
      const logic = choices.oneOf(anywhere(workspace, 'Logic').filter(({ operators }) => operators.length > 1));
      return logic && replaced(workspace, logic.operators, ['and', 'or']);
    },
  ],
  'a file that is not there': [
    'use-not-found',
    (workspace, choices) => {
      const use = choices.oneOf(anywhere(workspace, 'Use'));
      return use && replaced(workspace, use, { ...use, path: '"nowhere.playbook"' });
    },
  ],
  'words that the playbook itself forbids': [
    'forbidden-phrase',
    (workspace, choices) =>
      inPlaybook(workspace, choices, (file) => {
        const first = file.members.find(({ $type }) => $type === 'Step');
        if (first?.$type !== 'Step') return undefined;
        const phrases = [{ $type: 'Phrase', text: '"green elephant"' }];
        const never = { $type: 'Never', acts: [{ $type: 'SayAct', phrases }] };
        const alternatives = [{ $type: 'Text', parts: ['"There is a green elephant."'] }];
        const say = { $type: 'Say', channels: [], alternatives };
        return replaced(file, first, { ...first, items: [...first.items, never, say] });
      }),
  ],
};

/** What can be taken out of a file so that its name means nothing any more. */
const REMOVABLE: ReadonlySet<string> = new Set(['Team', 'PhraseList', 'Wording', 'Action', 'Situation']);

function membersIn(workspace: PlainWorkspace): PlainMember[] {
  return [...workspace.values()].flatMap(({ members }) => members);
}

function nameOf(member: PlainMember): string {
  return 'name' in member ? member.name : '';
}

function isHeading({ $type }: PlainMember): boolean {
  return $type === 'Heading';
}

function linesIn(workspace: PlainWorkspace): PlainItem[] {
  return membersIn(workspace).flatMap(({ items }): readonly PlainItem[] => items);
}

function anywhere<Type extends NodeType>(workspace: PlainWorkspace, type: Type): PlainOf<Type>[] {
  return nodesOf([...workspace.values()], type);
}

/** One of the files changed. */
function inFile(
  workspace: PlainWorkspace,
  choices: Choices,
  change: (file: PlainFile) => unknown,
  files: readonly PlainFile[] = [...workspace.values()],
): PlainWorkspace | undefined {
  const file = choices.oneOf(files);
  const now = file && change(file);
  return now === undefined || now === file ? undefined : replaced(workspace, file, now);
}

function inPlaybook(workspace: PlainWorkspace, choices: Choices, change: (file: PlainFile) => unknown) {
  return inFile(
    workspace,
    choices,
    change,
    [...workspace.values()].filter(({ members }) => members.some(isHeading)),
  );
}

/** The lines changed of the member that has a line. */
function inItsMember(
  workspace: PlainWorkspace,
  line: PlainItem,
  change: (lines: readonly PlainItem[]) => readonly PlainItem[],
): PlainWorkspace | undefined {
  const member = membersIn(workspace).find(({ items }) => items.some((item) => item === line));
  return member && replaced(workspace, member, { ...member, items: change(member.items) });
}

function withoutLine(workspace: PlainWorkspace, choices: Choices, type: 'Owner' | 'Version' | 'Answers') {
  const line = choices.oneOf([...nodesIn([...workspace.values()])].filter(({ $type }) => $type === type));
  return line && replaced(workspace, line, undefined);
}
