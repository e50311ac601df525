import { guard } from './conditions.ts';
import { line, linesFor, withOneOf } from './lines.ts';
import type { PlainItem, PlainMember, PlainOf } from './plain.ts';
import { type Pen, refTo } from './scope.ts';
import { phraseSources, text, title } from './texts.ts';
import { anyValueType, choiceType } from './values.ts';
import { LANGUAGE_NAMES, NOTES, nameFor, ZONES } from './words.ts';

/** What may stand above a declaration. */
export function note({ choices }: Pen): { readonly $note?: string } {
  return choices.chance(15) ? { $note: choices.one(NOTES) } : {};
}

/** What a file declares for others to name, each added to what can be seen. There are teams and signals in any case, for others to name. */
export function declarations(pen: Pen): PlainMember[] {
  const { choices, scope } = pen;
  const channel = pen.commons.takeChannel() ? [signal(pen, 'channel')] : [];
  const lacking = (list: readonly unknown[]) => (list.length === 0 ? 1 : 0);
  return [
    ...channel,
    ...choices.times(lacking(scope.values), 3, () => signal(pen)),
    ...choices.times(0, 3, () => field(pen)),
    ...choices.times(lacking(scope.teams), 2, () => team(pen)),
    ...choices.times(0, 2, () => phraseList(pen)),
    ...choices.times(0, 2, () => wording(pen)),
    ...choices.times(0, 2, () => action(pen)),
  ];
}

function signal(pen: Pen, named?: string): PlainOf<'Signal'> {
  const { choices, commons, scope } = pen;
  const declared: PlainOf<'Signal'> = {
    $type: 'Signal',
    ...note(pen),
    name: named ?? commons.name('fact'),
    valueType: named === undefined ? anyValueType(pen) : choiceType(choices),
    fixed: choices.chance(20),
    ...title(choices),
    items: [],
  };
  scope.values.push(declared);
  return declared;
}

function field(pen: Pen): PlainOf<'Field'> {
  const name = pen.commons.name('fact');
  const declared: PlainOf<'Field'> = {
    $type: 'Field',
    ...note(pen),
    name,
    valueType: anyValueType(pen),
    ...title(pen.choices),
    items: [],
  };
  pen.scope.values.push(declared);
  return declared;
}

function action(pen: Pen): PlainOf<'Action'> {
  const name = pen.commons.name('happening');
  pen.scope.happenings.push(refTo('Action', name));
  return { $type: 'Action', ...note(pen), name, ...title(pen.choices), items: [] };
}

/** A list of phrases, which may name those before it. */
function phraseList(pen: Pen): PlainOf<'PhraseList'> {
  const name = pen.commons.name('said');
  const declared: PlainOf<'PhraseList'> = {
    $type: 'PhraseList',
    ...note(pen),
    name,
    ...title(pen.choices),
    patterns: phraseSources(pen),
    exceptions: pen.choices.chance(40) ? phraseSources(pen, 2) : [],
    items: [],
  };
  pen.scope.lists.push(refTo('PhraseList', name));
  return declared;
}

function wording(pen: Pen): PlainOf<'Wording'> {
  const { choices, commons, scope } = pen;
  const name = commons.name('said');
  const approver = choices.chance(50) ? choices.oneOf(scope.teams) : undefined;
  const languages = choices.chance(50) ? choices.some(LANGUAGE_NAMES, 2) : [];
  scope.wordings.push(refTo('Wording', name));
  return {
    $type: 'Wording',
    ...note(pen),
    name,
    text: text(choices),
    translations: languages.map((language) => ({ $type: 'Translation', language, text: text(choices) })),
    ...(approver && { approver }),
    items: [],
  };
}

/** A team, which may pass on to those before it. Its hours are in one time zone, which their first line names. */
function team(pen: Pen): PlainOf<'Team'> {
  const { choices } = pen;
  const name = pen.commons.name('team');
  const zone = `"${choices.one(ZONES)}"`;
  const hours = choices.chance(50) ? choices.times(1, 2, () => line('OpeningHours', pen)) : [];
  const zoned = hours.flatMap((written, index): PlainItem[] => {
    if (written?.$type !== 'OpeningHours') return [];
    return [index === 0 || choices.chance(50) ? { ...written, zone } : written];
  });
  const closed = zoned.length > 0 && choices.chance(50) ? [line('ClosedDays', pen)] : [];
  const others = withOneOf(['Answers'], linesFor('Team', pen, ['OpeningHours', 'ClosedDays']), pen);
  const items = choices.shuffled([...zoned, ...closed.filter((written) => written !== undefined), ...others]);
  pen.scope.teams.push(refTo('Team', name));
  return { $type: 'Team', ...note(pen), name, ...title(choices), items };
}

/** A framework, with a stage that isn't optional. */
export function framework(pen: Pen): PlainOf<'Framework'> {
  const { choices, commons, scope } = pen;
  const first = choices.below(20);
  const declared: PlainOf<'Framework'> = {
    $type: 'Framework',
    ...note(pen),
    name: commons.name('framework'),
    ...title(choices),
    stages: choices.times(1, 4, (index) => ({
      $type: 'Stage',
      ...note(pen),
      name: nameFor(first + index, choices.chance(10)),
      ...title(choices),
      ...(choices.chance(50) && { goal: text(choices) }),
      optional: index > 0 && choices.chance(30),
    })),
    items: [],
  };
  scope.frameworks.push(declared);
  return declared;
}

/** A situation, which may rest on those before it. */
export function situation(pen: Pen): PlainOf<'Situation'> {
  const name = pen.commons.name('fact');
  const declared: PlainOf<'Situation'> = {
    $type: 'Situation',
    ...note(pen),
    name,
    ...title(pen.choices),
    ...guard(pen),
    items: [],
  };
  pen.scope.situations.push(refTo('Situation', name));
  return declared;
}
