import * as ast from '../generated/ast.ts';
import { actWords } from './acts.ts';
import { type ByType, readBy } from './by-type.ts';
import { conditionWords, type Guard, guardWords, mayBeUnknown } from './conditions.ts';
import { counted, named, namedAll, quoted, timeWords } from './quote.ts';

/** The lines that are rules: what they ask of a conversation can be said in a sentence. */
export type RuleLine =
  | (ast.Never | ast.BoundaryItem | ast.DoneWhen | ast.SkipWhen | ast.GoTo | ast.ContinueWith | ast.Complete)
  | (ast.Ladder | ast.Tell | ast.StayUntilAnswered | ast.HandOver | ast.ResolveWithin | ast.Repeat | ast.Within);

/** What a line comes to in plain English: one or two sentences. Nothing where a line is no rule, and always shown. */
export function lineReading(line: ast.Item | ast.Ladder): string | undefined {
  if (isRuleLine(line)) return readBy(LINES, line);
  return ast.isGuarded(line) ? shownWords(line) : undefined;
}

/** When a line of a step is shown, if not always. */
export function shownWords(line: Guard): string | undefined {
  return line.when || line.unless ? `It is shown${guardWords(line)}.${unsure(line, 'it is not')}` : undefined;
}

function isRuleLine(line: ast.Item | ast.Ladder): line is RuleLine {
  return Object.hasOwn(LINES, line.$type);
}

const LINES: ByType<RuleLine, string> = {
  Never: (line) =>
    `The agent must never ${actWords(line.acts)}${guardWords(line)}.${unsureEitherWay(line, 'it is forbidden')}`,
  SayInstead: ({ text }) => `What the agent can say instead: ${quoted(text)}`,
  AlwaysBefore: ({ first, later }) =>
    `Nobody gets to ${milestone(later)} without having done ${milestone(first)}. Skipping it doesn't count.`,
  AlwaysRecord: (line) => demanded(`${namedAll(line.fields)} must have been written down`, line),
  AlwaysSay: (line) => demanded(`${named(line.said)} must have been said`, line),
  AlwaysOffer: (line) => demanded(`${named(line.offer)} must have been offered`, line),
  EachTime: ({ condition, unless }) =>
    `It counts each time ${conditionWords(condition)}${guardWords({ unless })}: at most once for each message.`,
  Reaction: ({ turn, response }) => `${TURNS[turn] ?? 'Then'}, ${responseWords(response)}`,
  DoneWhen: (line) =>
    `The step is finished${guardWords(line)}, once we have replied in it.${unsure(line, 'the step goes on')}`,
  SkipWhen: (line) => `The step is passed over${guardWords(line)}.${unsure(line, 'it is not')}`,
  GoTo: (line) => `The conversation goes to step ${named(line.step)}${guardWords(line)}.`,
  ContinueWith: (line) => `Playbook ${named(line.playbook)} takes over${guardWords(line)}.`,
  Complete: (line) => `Playbook ${named(line.playbook)} is run, and then this step goes on${guardWords(line)}.`,
  Ladder: ({ rungs }) => `${rungWords(rungs, 'asked to take over')}.`,
  Tell: ({ rungs, text }) => `${rungWords(rungs, 'told')}${text ? `: ${quoted(text)}` : '.'}`,
  StayUntilAnswered: () => 'The agent stays with the customer until somebody has taken over.',
  HandOver: ({ facts }) => `The colleague gets to see ${namedAll(facts)}.`,
  ResolveWithin: ({ within }) => `It should be settled within ${timeWords(within)}.`,
  Repeat: ({ every, until, times }) =>
    `It comes up again every ${timeWords(every)}${until ? ` until ${conditionWords(until)}` : ''}${times === undefined ? '' : `, at most ${counted(times, 'time')}`}.`,
  Within: ({ within }) => `It is due within ${timeWords(within)}.`,
};

const TURNS: Readonly<Record<string, string>> = {
  first: 'The first time',
  second: 'The second time',
  third: 'The third time',
  // biome-ignore lint/suspicious/noThenProperty: the word of the language
  then: 'From then on',
};

function demanded(what: string, line: Guard & { readonly before?: ast.Milestone }): string {
  const by = line.before ? milestone(line.before) : 'the end of the conversation';
  return `By ${by}, ${what}${guardWords(line)}.${unsureEitherWay(line, 'it is demanded')}`;
}

function milestone(place: ast.Milestone | undefined): string {
  if (ast.isStepMilestone(place)) return `step ${named(place.step)}`;
  return ast.isStageMilestone(place) ? `stage ${named(place.stage)}` : 'the end of the conversation';
}

function responseWords(response: ast.Response | undefined): string {
  if (ast.isWarn(response)) return `the customer is warned: ${quoted(response.text)}`;
  return ast.isEscalateTo(response)
    ? `the conversation is handed to ${named(response.team)}.`
    : 'the conversation ends.';
}

function rungWords(rungs: readonly ast.Rung[] | undefined, what: string): string {
  const [first, ...later] = rungs ?? [];
  const then = later.map(({ team, after }) => {
    return `, and after ${timeWords(after)} without an answer ${named(team)}`;
  });
  return `${named(first?.team)} is ${what}${then.join('')}`;
}

/** What comes of a rule that starts or shows something while nobody knows what it asks, if that can be: an exception doesn't count then. */
export function unsure({ when }: Guard, what: string): string {
  return mayBeUnknown(when) ? ` ${WHILE_UNKNOWN}, ${what}.` : '';
}

/** The same for a rule that forbids or demands something: what it asks and its exception weigh alike. */
function unsureEitherWay({ when, unless }: Guard, what: string): string {
  return mayBeUnknown(when) || mayBeUnknown(unless) ? ` ${WHILE_UNKNOWN}, ${what}.` : '';
}

const WHILE_UNKNOWN = 'While nobody knows whether that is so';
