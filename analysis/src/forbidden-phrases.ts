import {
  type Alternative,
  type Boundary,
  findPhraseIn,
  type Line,
  type NeverRule,
  type PhraseList,
  readMessage,
  type Text,
} from '@poise/runtime';
import type { Finding } from './finding.ts';
import type { Subject } from './subject.ts';

interface Prohibition {
  readonly owner: string;
  readonly list: PhraseList;
  readonly instead: Text | undefined;
}

/**
 * Sample phrases that a prohibition always forbids: one without a condition, or with none but that of the line itself. What a placeholder will
 * hold isn't known, so that no phrase is matched across one.
 */
export function checkForbiddenPhrases(playbook: Subject): Finding[] {
  const lists = new Map(playbook.phrases.map((list) => [list.id, list]));
  const houseWide = playbook.boundaries.flatMap((boundary) =>
    prohibitionsOf(boundary.id, boundary.rules.filter(isNever), lists, boundary),
  );
  const check = (line: Line, also: readonly Prohibition[]) => checkLine(line, [...houseWide, ...also]);
  return [
    ...playbook.steps.flatMap((step) => {
      const own = prohibitionsOf(step.id, step.never, lists, undefined);
      return step.lines.flatMap((line) => check(line, own));
    }),
    ...[...playbook.escalations, ...playbook.followUps].flatMap((rule) =>
      rule.lines.flatMap((line) => check(line, [])),
    ),
  ];
}

function isNever(rule: Boundary['rules'][number]): rule is NeverRule {
  return rule.kind === 'never';
}

function prohibitionsOf(
  owner: string,
  rules: readonly NeverRule[],
  lists: ReadonlyMap<string, PhraseList>,
  boundary: Pick<Boundary, 'sayInstead'> | undefined,
): Prohibition[] {
  return rules
    .filter((rule) => rule.when === undefined)
    .flatMap((rule) => rule.acts)
    .flatMap((act) => (act.act === 'say' ? act.phrases : []))
    .flatMap((id) => lists.get(id) ?? [])
    .map((list) => ({ owner, list, instead: boundary?.sayInstead }));
}

function checkLine(line: Line, prohibitions: readonly Prohibition[]): Finding[] {
  const texts: readonly Alternative[] =
    line.kind === 'say' ? (line.alternatives ?? []) : line.kind === 'ask' && line.question ? [line.question] : [];
  return texts.flatMap((text) => prohibitions.flatMap((prohibition) => checkText(text, prohibition) ?? []));
}

function checkText({ parts, at }: Alternative, { owner, list, instead }: Prohibition): Finding | undefined {
  let before = 0;
  for (const part of parts) {
    const text = typeof part === 'string' ? part : `{${part.fact}}`;
    const match = typeof part === 'string' ? findPhraseIn(readMessage(part), list) : undefined;
    if (match) {
      return {
        code: 'forbidden-phrase',
        at,
        span: { start: before + match.start, end: before + match.end },
        data: {
          words: [...text].slice(match.start, match.end).join(''),
          boundary: owner,
          ...(instead && {
            instead: instead.map((segment) => (typeof segment === 'string' ? segment : `{${segment.fact}}`)).join(''),
          }),
        },
      };
    }
    before += [...text].length;
  }
  return undefined;
}
