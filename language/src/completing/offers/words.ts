import { hasOrder } from '../../checks/fact-types.ts';
import { readForm } from '../../forms/form.ts';
import { formOf } from '../../forms/forms.ts';
import { meaningOf } from '../../forms/joining-words.ts';
import { LINE_FORMS } from '../../forms/line-forms.ts';
import { MEMBER_FORMS } from '../../forms/member-forms.ts';
import * as ast from '../../generated/ast.ts';
import { headingOf } from '../../linking/files.ts';
import { startOfLine } from '../../parsing/line-ends.ts';
import { type ItemType, type MemberType, ONCE, PLACEMENT } from '../../structure/placement.ts';
import type { State } from '../grammar-states.ts';
import { type Expectation, type Frame, frameOf, wordsOf } from '../walk.ts';
import { choicesAt, subjectAt } from './facts.ts';
import { type Circumstances, type Offer, RANK } from './offer.ts';
import { snippetOf } from './snippets.ts';
import { fitsType, fitsUnit, typeAt } from './values.ts';

/** The words of the language that may stand at a place: whole lines and parts of the file with tab stops, and words with which a line goes on. */
export function wordsFor(expectation: Expectation, word: string, circumstances: Circumstances): Offer[] {
  const { frame, property } = expectation;
  if (!fitsHere(expectation, word, circumstances)) return [];
  if (property !== undefined && DAYS.has(property)) return days(word, property);
  if (!frame.isBegun) {
    if (isMember(frame.rule)) return parts(frame.rule, word, circumstances);
    if (isLine(frame.rule)) return lines(frame.rule, word, circumstances);
    const clause = clauses(frame.rule, word, circumstances);
    if (clause.length > 0) return clause;
  }
  return joined(word, expectation.next)
    .filter((words) => fitsQuestion(words, frame, circumstances))
    .map((label) => ({
      label,
      kind: isUnit(frame) ? 'unit' : 'word',
      says: isUnit(frame) ? undefined : meaningIn(frame.rule, label),
      rank: isUnit(frame) ? RANK.best : asksAnew(frame) ? RANK.other : RANK.own,
    }));
}

/** What words with which a line goes on are for: those that belong to how it is begun in any case say what the line is for. */
function meaningIn(rule: string, words: string): string | undefined {
  const form = formOf(rule);
  const [first = ''] = words.split(' ');
  const isOpening = isLine(rule) && form?.ways.every((way) => readForm(way).opening.split(' ').indexOf(first) > 0);
  return isOpening ? form?.says : (meaningOf(words, rule) ?? form?.says);
}

/** Whether a word begins a question: most are about a fact, whose names come first. */
function asksAnew({ isBegun, parent }: Frame): boolean {
  return !isBegun && frameOf(parent, 'Operand')?.isBegun === false;
}

const DAYS: ReadonlySet<string> = new Set(['first', 'last', 'day']);

/** A day of the week; of the first one, the whole of the working week, too. */
function days(word: string, property: string): Offer[] {
  const labels = property === 'first' && word === 'monday' ? ['monday to friday', word] : [word];
  return labels.map((label) => ({ label, kind: 'value', detail: 'day', rank: RANK.best }));
}

function isMember(rule: string): rule is MemberType {
  return Object.hasOwn(PLACEMENT, rule);
}

/** Whether a rule is that of a line. */
export function isLine(rule: string): rule is ItemType {
  return Object.hasOwn(LINE_FORMS, rule);
}

function isUnit({ rule }: Frame): boolean {
  return rule === 'NumberLiteral' || rule === 'Duration' || rule === 'UnitType';
}

/** A whole part of the file, with the lines that most have. */
function parts(type: MemberType, word: string, circumstances: Circumstances): Offer[] {
  const { place, sight } = circumstances;
  if (!place.startsLine) return [];
  const lineStart = startOfLine(sight.document.textDocument.getText(), place.offset);
  // What begins on the cursor's own line is what is being written.
  const others = sight.file.members.filter((member) => {
    const start = sight.placeOf(member)?.start ?? 0;
    return start < lineStart || start > place.offset;
  });
  const above = others.filter((member) => (sight.placeOf(member)?.start ?? 0) < lineStart);
  const hasHeading = headingOf(sight.file) !== undefined;
  if (type === 'Use' && !above.every(ast.isUse)) return [];
  if (type === 'Heading' && (others.some(ast.isHeading) || !above.every(ast.isUse))) return [];
  // These belong to a playbook: a library has none.
  if (!hasHeading && (type === 'Trigger' || type === 'Step' || type === 'FollowUp' || type === 'Scenario')) return [];
  const form = MEMBER_FORMS[type];
  const opening = snippetOf(form.ways[0], circumstances);
  const snippet = form.lines.reduce((above, line) => {
    const below = snippetOf(LINE_FORMS[line].ways[0], circumstances, above.next);
    return { text: `${above.text}\n  ${below.text}`, next: below.next };
  }, opening);
  const label = readForm(form.ways[0]).opening;
  return label.startsWith(word)
    ? [{ label, kind: 'part', snippet: snippet.text, says: form.says, rank: RANK.possible }]
    : [];
}

/** A whole line of the part that the cursor is in, unless it has one already that may stand there once. */
function lines(type: ItemType, word: string, circumstances: Circumstances): Offer[] {
  const { place } = circumstances;
  if (place.member === undefined || !PLACEMENT[place.member].includes(type)) return [];
  if (ONCE.has(type) && linesAround(circumstances).has(type)) return [];
  const { ways, says } = LINE_FORMS[type];
  const isMain = place.startsLine || place.previous === undefined;
  return openings(ways, word).map((way) => ({
    label: readForm(way).opening,
    kind: 'line',
    snippet: snippetOf(way, circumstances).text,
    says,
    rank: isMain ? RANK.own : RANK.possible,
  }));
}

/** The kinds of lines that the part with the cursor has besides the cursor's own. */
function linesAround({ place, sight }: Circumstances): ReadonlySet<string> {
  const text = sight.document.textDocument.getText();
  const start = startOfLine(text, place.offset);
  const next = text.indexOf('\n', place.offset);
  const end = next < 0 ? text.length : next;
  const member = sight.file.members.findLast((one) => (sight.placeOf(one)?.start ?? 0) <= place.offset);
  const others = (member?.items ?? []).filter((item) => {
    const stands = sight.placeOf(item);
    return stands && (stands.end <= start || stands.start > end);
  });
  return new Set(others.map(({ $type }) => $type));
}

function clauses(rule: string, word: string, circumstances: Circumstances): Offer[] {
  const form = formOf(rule);
  return openings(form?.ways ?? [], word).map((way) => ({
    label: readForm(way).opening,
    kind: 'word',
    snippet: snippetOf(way, circumstances).text,
    says: form?.says,
    rank: rule === 'Negation' ? RANK.other : RANK.own,
  }));
}

/** The ways that begin with a word, one for each opening. */
function openings(ways: readonly string[], word: string): string[] {
  const fitting = ways.filter((way) => readForm(way).opening.split(' ')[0] === word);
  return fitting.filter((way, index) => fitting.findIndex((one) => sameOpening(one, way)) === index);
}

function sameOpening(a: string, b: string): boolean {
  return readForm(a).opening === readForm(b).opening;
}

/** A word with those that have to follow it: `at least`, `has not happened`. */
function joined(word: string, next: State, most = 4): string[] {
  const seen = new Set<State>();
  const following: { word: string; next: State }[] = [];
  let mayEnd = false;
  let mayStop = false;
  const visit = (state: State): void => {
    if (seen.has(state)) return;
    seen.add(state);
    mayEnd ||= state.isEnd;
    for (const edge of state.edges) {
      if (edge.kind === 'nothing') visit(edge.next);
      else if (edge.kind === 'word' && edge.expected.kind === 'keyword' && /^[a-z]/.test(edge.expected.word))
        following.push({ word: edge.expected.word, next: edge.next });
      else mayStop = true;
    }
  };
  visit(next);
  if (mayEnd || most === 1 || following.length === 0) return [word];
  const longer = following.flatMap((one) => joined(one.word, one.next, most - 1).map((rest) => `${word} ${rest}`));
  return [...(mayStop ? [word] : []), ...longer].sort((a, b) => a.split(' ').length - b.split(' ').length);
}

/** What the grammar takes and would still be a mistake at once. */
function fitsHere({ frame, property }: Expectation, word: string, circumstances: Circumstances): boolean {
  const { sight, place } = circumstances;
  switch (frame.rule) {
    case 'Approval':
      return frameOf(frame, 'Never') !== undefined;
    case 'FlagLiteral':
      return fitsType(frame.rule, typeAt(frame, circumstances));
    case 'NumberLiteral':
    case 'Duration':
    case 'UnitType':
      return property !== 'unit' || fitsUnit(word, frame, circumstances);
    case 'Condition': {
      const [operator] = wordsOf(frame, 'operators');
      return operator === undefined || operator === word;
    }
    case 'Speech':
      // In one message there is nothing to count.
      return !COUNTS.has(word) || isPast(frame);
    case 'Beats':
      return word !== 'everything' || place.member === 'Heading' || place.member === 'Escalation';
    default:
      return word !== 'on' || choicesAt(frame, 'channels', sight).length > 0;
  }
}

const COUNTS: ReadonlySet<string> = new Set(['twice', 'at', 'in']);

function isPast(frame: Frame): boolean {
  return wordsOf(frame, 'past').length > 0;
}

/** Whether words go on with a question that its subject can answer. */
function fitsQuestion(words: string, frame: Frame, { sight }: Circumstances): boolean {
  const relation = ['KnownRelation', 'OpenRelation', 'HappenedRelation', 'OneOfRelation', 'ValueRelation'];
  if (!relation.includes(frame.rule)) return true;
  const subject = subjectAt(frame, sight);
  if (!subject) return true;
  const { fact, declared } = subject;
  const type = fact?.type;
  if (!fact && declared.length === 0) return true;
  const isTeam = declared.some(ast.isTeam);
  const happens = declared.some((node) => !ast.isTeam(node) && !sight.kindsOf('Fact').includes(node.$type));
  switch (frame.rule) {
    case 'KnownRelation':
      return fact !== undefined && declared.length > 0;
    case 'OpenRelation':
      return isTeam;
    case 'HappenedRelation':
      return happens;
    case 'OneOfRelation':
      return type !== undefined && type.kind !== 'text' && type.kind !== 'flag' && type.kind !== 'situation';
    default:
      if (!type || type.kind === 'text') return false;
      if (/\b(least|most|more|less)\b/.test(words)) return hasOrder(type);
      if (/^in\b/.test(words)) return type.kind === 'count' && declared.some(ast.isSignal) && !isPast(frame);
      return !/^for\b/.test(words) || !isPast(frame);
  }
}
