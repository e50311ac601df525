import type { AstNode, LangiumDocument } from 'langium';
import { code, listed } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { type Declared, isDeclared, type Workspace } from '../linking/workspace.ts';
import { occurrencesOf } from '../names/named.ts';
import { textValue } from '../parsing/texts.ts';
import { nounOf } from '../structure/nouns.ts';
import { linesOf } from '../structure/placement.ts';
import { writtenWords } from '../structure/tree.ts';
import { type ByType, readBy } from './by-type.ts';
import { lineReading, shownWords } from './lines.ts';
import { amountWords, named, phraseAsWritten, prose, quoted, timeWords } from './quote.ts';

/** The most places, phrases or stages that are listed. */
const MOST_LISTED = 5;

type Described =
  | (
      | ast.Signal
      | ast.Field
      | ast.Action
      | ast.Situation
      | ast.Wording
      | ast.PhraseList
      | ast.Team
      | ast.Framework
      | ast.Stage
    )
  | (ast.Heading | ast.Trigger | ast.Step | ast.Offer | ast.Commitment | ast.Boundary | ast.Escalation | ast.FollowUp)
  | (ast.AgentCare | ast.Trend | ast.Choice);

/** What a declared thing holds, in short paragraphs of Markdown; nothing for what is only a rule. */
export function factsOf(
  declared: Declared,
  workspace: Workspace,
  from: LangiumDocument<ast.PlaybookFile>,
): readonly string[] {
  const paragraphs = isDescribed(declared) ? readBy(FACTS, declared)(workspace, from) : [];
  return paragraphs.filter((paragraph) => paragraph !== '');
}

function isDescribed(node: AstNode): node is Described {
  return Object.hasOwn(FACTS, node.$type);
}

type Paragraphs = (workspace: Workspace, from: LangiumDocument<ast.PlaybookFile>) => readonly string[];

/** What is only a rule is read elsewhere. */
const none = (): Paragraphs => () => [];

const FACTS: ByType<Described, Paragraphs> = {
  Signal: (signal) => () => [
    `${valueWords(signal)} Your tools report it${signal.fixed ? ', and it never changes during a conversation' : ''}.`,
  ],
  Field: (field) => (workspace, from) => [`${valueWords(field)} ${gatheredWords(field, workspace, from)}`],
  Choice: (choice) => () => {
    const fact = choice.$container?.$container;
    return [fact && isDeclared(fact) ? `A value of ${nounOf(fact.$type)} ${code(fact.name)}.` : ''];
  },
  Framework:
    ({ stages }) =>
    () => [
      stages
        .map(({ name, title }, index) => `${index + 1}. ${code(name ?? '…')} ${prose(textValue(title))}`)
        .join('\n'),
    ],
  Stage: (stage) => () => [
    `A stage of framework ${code(stage.$container?.name ?? '…')}${stage.optional ? ' that may be missing' : ''}.`,
    goalWords(stage.goal),
  ],
  Team: (team) => () => [
    listedLines([
      ...linesOf(team, ast.isAnswers).map(({ within }) => `Answers within ${timeWords(within)}.`),
      ...linesOf(team, ast.isOpeningHours).map((hours) => `${sentence(withDays(writtenWords(hours.$cstNode)))}`),
      ...linesOf(team, ast.isClosedDays).map((days) => sentence(writtenWords(days.$cstNode))),
      ...linesOf(team, ast.isOtherwise).map((line) => `While it is closed, ${named(line.team)} is asked.`),
    ]),
  ],
  Wording:
    ({ text, translations, approver }) =>
    () => [
      quoted(text),
      translations.length > 0 ? `Also in ${listed(translations.map(({ language }) => prose(language ?? '…')))}.` : '',
      approver ? `Approved by ${named(approver)}.` : '',
    ],
  PhraseList:
    ({ patterns, exceptions }) =>
    () => [`Found in a message: ${someOf(patterns)}`, exceptions.length > 0 ? `Except: ${someOf(exceptions)}` : ''],
  Heading: (heading) => () => [
    ...linesOf(heading, ast.isAbout).map(({ text }) => prose(textValue(text))),
    [
      ...linesOf(heading, ast.isOwner).map(({ text }) => `Owner: ${prose(textValue(text))}.`),
      ...linesOf(heading, ast.isVersion).map(({ value }) => `Version ${value ?? '…'}.`),
      ...linesOf(heading, ast.isStatus).map(({ value }) => `Status: ${value ?? '…'}.`),
      ...linesOf(heading, ast.isFollows).map(({ framework }) => `Follows ${named(framework)}.`),
    ].join(' '),
  ],
  Step: (step) => () => [
    ...linesOf(step, ast.isGoal).map(({ text }) => goalWords(text)),
    ...linesOf(step, ast.isStageReference).map(({ stage }) => `Stage: ${named(stage)}${titleOf(stage?.ref)}`),
    listedLines(
      [...linesOf(step, ast.isSkipWhen), ...linesOf(step, isWayOn)].flatMap((line) => lineReading(line) ?? []),
    ),
  ],
  Offer: (offer) => () => [
    offer.worth ? `Worth ${offer.upTo ? 'up to ' : ''}${amountWords(offer.worth)}.` : '',
    shownWords(offer) ?? '',
  ],
  Commitment: (promise) => () => [`To be kept within ${timeWords(promise.within)}.`, shownWords(promise) ?? ''],
  Action: none,
  Situation: none,
  Trigger: none,
  Boundary: none,
  Escalation: none,
  FollowUp: none,
  AgentCare: none,
  Trend: none,
};

function isWayOn(line: unknown): line is ast.GoTo | ast.ContinueWith | ast.DoneWhen {
  return ast.isGoTo(line) || ast.isContinueWith(line) || ast.isDoneWhen(line);
}

/** `From 0 to 10.`, `One of phone, chat.`, `In GBP.`: the kind of value, as it is written. */
function valueWords({ valueType }: ast.Value): string {
  return sentence(writtenWords(valueType?.$cstNode) || '…');
}

/** Where in a file the agent asks for a field or writes it down: the steps and the like, by name. Of other files nobody wants to know there. */
function gatheredWords(field: ast.Field, workspace: Workspace, from: LangiumDocument<ast.PlaybookFile>): string {
  const places = new Set<string>();
  for (const { node } of occurrencesOf(field, workspace, [from])) {
    const owner = ast.isAsk(node) || ast.isRecord(node) ? (node.$container as AstNode | undefined) : undefined;
    if (owner && isDeclared(owner)) places.add(`${nounOf(owner.$type)} ${code(owner.name)}`);
  }
  return places.size === 0
    ? 'Gathered by lines with `ask` or `record`; none in this file.'
    : `Gathered in ${listed([...places])}.`;
}

function someOf(phrases: readonly ast.PhraseSource[]): string {
  const words = phrases.map((one) => (ast.isPhrase(one) ? phraseAsWritten(one) : `all of ${named(one.list)}`));
  const more = words.length - MOST_LISTED;
  return `${listed(more > 1 ? [...words.slice(0, MOST_LISTED), `${more} more`] : words)}.`;
}

function goalWords(goal: ast.Text | undefined): string {
  return goal ? `Goal: ${prose(textValue(goal))}` : '';
}

function titleOf(stage: ast.Stage | undefined): string {
  return stage?.title ? ` · ${prose(textValue(stage.title))}` : '';
}

function listedLines(lines: readonly string[]): string {
  return lines.length > 1 ? lines.map((line) => `- ${line}`).join('\n') : (lines[0] ?? '');
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${words.endsWith('.') ? '' : '.'}`;
}

function withDays(hours: string): string {
  return hours.replace(
    /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/g,
    (day) => day.charAt(0).toUpperCase() + day.slice(1),
  );
}
