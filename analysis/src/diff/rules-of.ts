/** A compiled playbook as the rules that are compared: all that it does, taken apart. */
import type { Condition, Escalation, FollowUp, Playbook, Step, Team, Trend } from '@poise/runtime';
import { isInPlace } from '../subject.ts';
import { boundaryRules, neverRules } from './boundary-rules.ts';
import { lineRules } from './line-rules.ts';
import type { Guard, Rule, RuleKind } from './rule.ts';
import { shapeOf } from './shape.ts';
import { textsOf } from './texts.ts';

/** The rules of a playbook, those in something with a name as its parts. */
export function rulesOf(playbook: Playbook): readonly Rule[] {
  return [headingOf(playbook), ...actingIn(playbook), ...restedOn(playbook)];
}

function headingOf(playbook: Playbook): Rule {
  const { id, title, about, owner, basis, note, reviewBy, status, validFrom, validUntil, beats } = playbook;
  return {
    ...named('playbook', { id, title, at: firstPlace(playbook) }),
    terms: {
      status,
      valid: { from: validFrom ?? null, until: validUntil ?? null },
      beats: { everything: beats.everything, others: [...beats.playbooks].sort() },
    },
    words: textsOf(title, about, owner, basis, note, reviewBy),
  };
}

/** A heading has no place in a document; its file begins with it, or with what it uses. */
function firstPlace({ files, triggers, steps }: Playbook): Rule['at'] {
  const file = [...steps, ...triggers][0]?.at.file ?? Math.max(0, files.length - 1);
  return { file, line: 1, column: 1 };
}

function actingIn(playbook: Playbook): readonly Rule[] {
  return [
    ...playbook.triggers.map((trigger) => ({
      ...named('trigger', trigger, playbook),
      guards: [whenOf(trigger.when)],
    })),
    ...playbook.steps.map((step) => stepRule(step, playbook)),
    ...playbook.boundaries.map((boundary) => ({
      ...named('boundary', boundary, playbook),
      terms: { origin: boundary.origin },
      words: textsOf(boundary.title, boundary.note, boundary.sayInstead),
      parts: boundaryRules(boundary, playbook),
    })),
    ...playbook.escalations.map((escalation) => escalationRule(escalation, playbook)),
    ...playbook.followUps.map((followUp) => followUpRule(followUp, playbook)),
    ...playbook.agentCare.map((care) => ({
      ...named('agent care', care, playbook),
      terms: { origin: care.origin },
      guards: [whenOf(care.when)],
      parts: lineRules(care.lines),
    })),
    ...playbook.trends.map((trend) => trendRule(trend, playbook)),
  ];
}

function stepRule(step: Step, playbook: Playbook): Rule {
  return {
    ...named('step', step, playbook),
    guards: [
      { of: 'skip', condition: step.skip, without: false, asks: 'certain', more: 'loosened' },
      { of: 'done', condition: step.done, without: undefined, asks: 'certain', more: 'loosened' },
    ],
    terms: { ...(step.stage !== undefined && { stage: step.stage }) },
    words: textsOf(step.title, step.note, step.goal),
    parts: [...lineRules(step.lines), ...neverRules(step.never, playbook)],
    isOrdered: true,
    exits: step.exits,
  };
}

function escalationRule(escalation: Escalation, playbook: Playbook): Rule {
  const { ladder, tell, stayUntilAnswered, resolveWithin, handOver, beats, continueWith } = escalation;
  return {
    ...named('escalation', escalation, playbook),
    guards: [whenOf(escalation.when)],
    terms: {
      origin: escalation.origin,
      ...(ladder.length > 0 && { ladder }),
      ...(tell.length > 0 && { tell: tell.map((one) => one.ladder) }),
      stay: stayUntilAnswered,
      ...(resolveWithin !== undefined && { resolve: resolveWithin }),
      handOver: [...handOver].sort(),
      beats: { everything: beats.everything, others: [...beats.escalations].sort() },
    },
    words: textsOf(escalation.title, escalation.note, ...tell.map(({ text }) => text)),
    parts: lineRules(escalation.lines),
    isOrdered: true,
    // What has no place of its own stands where the escalation does.
    exits: continueWith.map((other) => ({ ...other, id: '', kind: 'continueWith', at: escalation.at })),
  };
}

function followUpRule(followUp: FollowUp, playbook: Playbook): Rule {
  const { when, within, repeat, lines } = followUp;
  return {
    ...named('follow up', followUp, playbook),
    guards: [
      whenOf(when),
      { of: 'until', condition: repeat?.until, without: false, asks: 'certain', more: 'loosened' },
    ],
    terms: {
      ...(within !== undefined && { within }),
      ...(repeat && { repeat: { every: repeat.every, times: repeat.times ?? null } }),
    },
    parts: lineRules(lines),
  };
}

function trendRule(trend: Trend, playbook: Playbook): Rule {
  const { of, times, within, tell } = trend;
  return {
    ...named('trend', trend, playbook),
    terms: {
      origin: trend.origin,
      counted: of,
      least: times,
      window: within,
      tell: tell.map((one) => one.ladder),
    },
    words: textsOf(trend.title, trend.note, ...tell.map(({ text }) => text)),
  };
}

function restedOn({ teams, wordings, framework, facts, phrases, actions }: Playbook): readonly Rule[] {
  return [
    ...teams.map(teamRule),
    ...wordings.map((wording) => ({
      ...named('wording', wording),
      words: textsOf(
        wording.text,
        ...wording.translations.map(({ language, text }) => `${language}: ${text}`),
        wording.approvedBy,
        wording.note,
      ),
    })),
    ...(framework
      ? [
          {
            ...named('framework', framework),
            terms: { stages: framework.stages.map(({ id, optional }) => ({ id, optional })) },
            words: textsOf(
              framework.title,
              framework.note,
              ...framework.stages.flatMap(({ title, note, goal }) => [title, note, goal]),
            ),
          },
        ]
      : []),
    ...facts.flatMap((fact): Rule[] => {
      switch (fact.kind) {
        case 'signal':
        case 'field':
          return [{ ...named(fact.kind, fact), terms: { type: { type: fact.type, fixed: fact.fixed === true } } }];
        case 'situation':
          return [named('situation', fact)];
        default:
          return [];
      }
    }),
    ...phrases.filter(({ id }) => !isInPlace(id)).map((list) => named('phrases', list)),
    ...actions.map((action) => named('action', action)),
  ];
}

function teamRule(team: Team): Rule {
  const { answersWithin, zone, hours, closed, otherwise } = team;
  return {
    ...named('team', team),
    terms: {
      answers: answersWithin,
      hours: { zone: zone ?? null, hours },
      closed: [...closed].sort(),
      ...(otherwise !== undefined && { otherwise }),
    },
  };
}

interface Named {
  readonly id: string;
  readonly title?: string;
  readonly note?: string;
  readonly at: Rule['at'];
}

/** @param playbook of what can be known again under another name */
function named(kind: RuleKind, node: Named, playbook?: Playbook): Rule {
  return {
    kind,
    form: kind,
    isNamed: true,
    names: [node.id],
    title: node.title,
    about: '',
    at: node.at,
    guards: [],
    terms: {},
    words: textsOf(node.title, node.note),
    parts: [],
    isOrdered: false,
    ...(playbook && { shape: shapeOf(kind, node, playbook) }),
  };
}

function whenOf(condition: Condition | undefined): Guard {
  return { of: 'when', condition, without: true, asks: 'certain', more: 'tightened' };
}
