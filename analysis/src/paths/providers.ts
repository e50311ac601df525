import { findPhraseIn, type Line, readMessage, type Segment, wordsOf } from '@poise/runtime';
import { type Diagram, NOWHERE } from '../diagrams/diagrams.ts';
import { isInPlace } from '../subject.ts';
import type { Demand } from './data.ts';
import type { Paths } from './paths.ts';
import { gathers, lineGuard, sometime } from './situations.ts';

/** What a boundary demands, with all that tells whether a line gives it. */
export type Wanted =
  | { readonly kind: 'record'; readonly field: string }
  | { readonly kind: 'say'; readonly wording: string }
  | { readonly kind: 'say'; readonly phrases: string }
  | { readonly kind: 'offer'; readonly offer: string };

/** What a finding calls it: a list written in place has no name. */
export function demandOf(wanted: Wanted): Demand {
  const { kind } = wanted;
  if ('field' in wanted) return { kind, name: wanted.field };
  if ('offer' in wanted) return { kind, name: wanted.offer };
  if ('wording' in wanted) return { kind, name: wanted.wording };
  return isInPlace(wanted.phrases) ? { kind } : { kind, name: wanted.phrases };
}

/** Where what is wanted may come from: as the situations in which it may. */
export interface Providers {
  /** From the lines of a step, at some time in it. */
  readonly inStep: (step: string) => Diagram;
  /** From anywhere else: what an escalation, a follow up, agent care or a warning shows. */
  readonly elsewhere: Diagram;
}

/**
 * Every line that may give what is wanted, in a situation in which it may be shown. What hands over, asks a team or runs another playbook may give anything.
 *
 * @throws TooLarge
 */
export function providersOf(wanted: Wanted, paths: Paths): Providers {
  const { subject, space, edges } = paths;
  const { diagrams } = space;
  const [scope] = space.scopes;
  const gives = giverOf(wanted, paths);
  const from = (lines: readonly Line[]): Diagram =>
    diagrams.any(lines.filter(gives).map((line) => sometime(lineGuard(line, paths), paths)));
  const whenever = [...subject.escalations, ...subject.followUps, ...subject.agentCare].map(({ when, lines }) => {
    const begins = scope ? sometime(scope.decide(when).certain, paths) : NOWHERE;
    return lines.some(gives) ? diagrams.and(begins, from(lines)) : NOWHERE;
  });
  const warnings = subject.boundaries.flatMap(({ rules }) =>
    rules.flatMap((rule) => {
      if (rule.kind !== 'eachTime' || !scope) return [];
      const warns = rule.reactions.some(({ response }) => response.kind === 'warn' && saysIt(response.parts));
      return warns ? [sometime(scope.decide(rule.when).certain, paths)] : [];
    }),
  );
  const known = new Map<string, Diagram>();
  return {
    inStep: (step) => {
      const found = known.get(step) ?? from(edges.stepOf(step)?.lines ?? []);
      known.set(step, found);
      return found;
    },
    elsewhere: diagrams.any([...whenever, ...warnings]),
  };

  function saysIt(parts: readonly Segment[]): boolean {
    return wordsGiver(wanted, paths)?.(parts) ?? false;
  }
}

/** Whether a line may give what is wanted, where it is shown. */
function giverOf(wanted: Wanted, paths: Paths): (line: Line) => boolean {
  const saysIt = wordsGiver(wanted, paths);
  return (line) => {
    switch (line.kind) {
      case 'complete':
      case 'consult':
      case 'escalate':
        return true;
      case 'ask':
        if ('field' in wanted && gathers(line, wanted.field)) return true;
        return line.question !== undefined && saysIt?.(line.question.parts) === true;
      case 'record':
        return 'field' in wanted && gathers(line, wanted.field);
      case 'offer':
        return 'offer' in wanted && line.offer === wanted.offer;
      case 'say':
        if ('wording' in wanted && line.wording === wanted.wording) return true;
        return line.alternatives?.some(({ parts }) => saysIt?.(parts) === true) === true || saysWording(line.wording);
      case 'do':
        return line.text !== undefined && saysIt?.([line.text]) === true;
      case 'promise':
        return false;
    }
  };

  function saysWording(id: string | undefined): boolean {
    const text = paths.subject.wordings.find((wording) => wording.id === id)?.text;
    return text !== undefined && saysIt?.([text]) === true;
  }
}

/** Whether words may be what is to be said; nothing where something else is wanted. Placeholders may be filled with anything, so that each part counts by itself. */
function wordsGiver(wanted: Wanted, { subject }: Paths): ((parts: readonly Segment[]) => boolean) | undefined {
  if (wanted.kind !== 'say') return undefined;
  if ('wording' in wanted) {
    const wording = subject.wordings.find(({ id }) => id === wanted.wording);
    const texts = wording ? [wording.text, ...wording.translations.map(({ text }) => text)] : [];
    const sought = texts.map(inNormalForm);
    return (parts) => sought.some((text) => inNormalForm(parts.filter(isText).join(' ')).includes(text));
  }
  const list = subject.phrases.find(({ id }) => id === wanted.phrases);
  return (parts) => list !== undefined && parts.some((part) => isText(part) && findPhraseIn(readMessage(part), list));
}

function isText(part: Segment): part is string {
  return typeof part === 'string';
}

function inNormalForm(text: string): string {
  return wordsOf(text)
    .map((word) => word.text)
    .join(' ');
}
