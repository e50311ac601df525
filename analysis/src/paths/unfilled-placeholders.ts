import type { Alternative, Line, Step } from '@poise/runtime';
import { EVERYWHERE } from '../diagrams/diagrams.ts';
import { unlessTooLarge } from '../diagrams/too-large.ts';
import type { Finding } from '../finding.ts';
import { makeMove } from '../replay/follow.ts';
import type { Player } from '../replay/player.ts';
import { goAlong, lastingly, shownPath } from './conversation.ts';
import { isDemandedField, ownFields } from './own-fields.ts';
import type { Paths } from './paths.ts';
import { providersOf } from './providers.ts';
import { isLasting, lineGuard } from './situations.ts';
import { pathsWithout } from './without.ts';

/** Words to say with a field in them that nobody has asked for on some path to them. */
export function checkPlaceholders(paths: Paths): Finding[] {
  const { subject, replay } = paths;
  const own = ownFields(subject);
  const fields = new Set(subject.facts.flatMap(({ id, kind }) => (kind === 'field' ? id : [])));
  // What a playbook that others run finds gathered, only these know: but for fields of its own.
  const inQuestion = [...fields].filter(
    (field) => (replay.startsItself || own.has(field)) && !isDemandedField(field, subject),
  );
  return subject.steps.flatMap((step) =>
    step.lines.flatMap((line) =>
      inQuestion.flatMap((field) => {
        const place = placeIn(line, field);
        return place ? (unlessTooLarge(() => unfilled(field, place, line, step, paths)) ?? []) : [];
      }),
    ),
  );
}

/** Where a field stands in the words of a line: the text, and where in it, in code points. */
interface PlaceInWords {
  readonly text: Alternative;
  readonly span: { readonly start: number; readonly end: number };
}

/** Nothing where there are other words to say instead that do without it. */
function placeIn(line: Line, field: string): PlaceInWords | undefined {
  const texts = line.kind === 'say' ? line.alternatives : line.kind === 'ask' && line.question ? [line.question] : [];
  const places = (texts ?? []).map((text) => ({ text, span: spanOf(field, text) }));
  const [first] = places;
  return first?.span && places.every(({ span }) => span) ? { text: first.text, span: first.span } : undefined;
}

function spanOf(field: string, { parts }: Alternative): PlaceInWords['span'] | undefined {
  let start = 0;
  for (const part of parts) {
    if (typeof part !== 'string' && part.fact === field) return { start, end: start + [...field].length + 2 };
    start += typeof part === 'string' ? [...part].length : [...part.fact].length + 2;
  }
  return undefined;
}

function unfilled(field: string, { text, span }: PlaceInWords, line: Line, step: Step, paths: Paths): Finding[] {
  const { space } = paths;
  const { diagrams } = space;
  const fact = space.scopes[0]?.factOf(field);
  if (fact === undefined) return [];
  const isUnknown = space.is(fact, null);
  const shown = diagrams.and(lineGuard(line, paths), isUnknown);
  const lacks = pathsWithout(
    {
      providers: providersOf({ kind: 'record', field }, paths),
      isGivenAtTheEnd: true,
      atTheEnd: shown,
      situations: EVERYWHERE,
      isGoal: ({ to }) => to === step.id,
    },
    paths,
  );
  for (const { path, plan, situation, player } of lacks) {
    if (!goAlong(plan, player, paths, path.start)) continue;
    const isShown = () => showsBraces(player, line.id, field);
    const goal = diagrams.and(shown, lastingly(situation, paths));
    if (!isShown())
      makeMove({ from: step.id, to: step.id, how: 'goTo', goal }, () => isShown(), player, space, plan.answers);
    if (!isShown() || player.step !== step.id) continue;
    const when = space.circumstances(situation.filter((one) => one.fact !== fact));
    const data = {
      step: step.id,
      field,
      path: shownPath(path, plan, paths, (fact) => !isLasting(fact, space)),
      when,
    };
    return [{ code: 'unfilled-placeholder', at: text.at, span, data }];
  }
  return [];
}

function showsBraces({ guidance }: Player, rule: string, field: string): boolean {
  return guidance.lines.some((line) => {
    if (line.rule !== rule) return false;
    const words = line.kind === 'say' ? line.words : line.kind === 'ask' && line.words ? [line.words] : [];
    return words.length > 0 && words.every(({ missing }) => missing.includes(field));
  });
}
