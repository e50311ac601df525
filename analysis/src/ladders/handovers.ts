import type { Condition, Escalation, Position } from '@poise/runtime';
import type { Subject } from '../subject.ts';
import { type Call, callsOf } from './answers.ts';

/** What says that teams are asked. */
export type Caller = { readonly escalation: string } | { readonly team: string };

/** Something that asks teams, or tells them and waits for an answer. */
export interface Handover {
  readonly caller: Caller;
  readonly at: Position;
  /** Teams are told, none is asked. */
  readonly told: boolean;
  readonly calls: readonly Call[];
  /** Seconds from the beginning by which it should be settled. */
  readonly resolveWithin: number | undefined;
  /** What has to hold for it to begin. */
  readonly when: readonly Condition[];
  /** It can't begin before the playbook has. */
  readonly own: boolean;
  /** It begins in a step, and so after whatever has led there. */
  readonly inStep: boolean;
}

/** Everything in a playbook that hands over, house rules included, and what it tells where an answer is waited for. */
export function handoversOf({ escalations, boundaries, steps }: Subject): Handover[] {
  const single = (team: string): Pick<Handover, 'caller' | 'told' | 'calls' | 'resolveWithin'> => ({
    caller: { team },
    told: false,
    calls: [{ team, after: 0 }],
    resolveWithin: undefined,
  });
  return [
    ...escalations.flatMap((escalation): Handover[] => {
      const { id, at, ladder, resolveWithin, when, origin } = escalation;
      const calls = callsOfEscalation(escalation);
      if (calls.length === 0) return [];
      const told = ladder.length === 0;
      return [
        {
          caller: { escalation: id },
          at,
          told,
          calls,
          resolveWithin,
          when: [when],
          own: origin === 'playbook',
          inStep: false,
        },
      ];
    }),
    ...boundaries.flatMap(({ rules, origin }) =>
      rules.flatMap((rule) =>
        rule.kind !== 'eachTime'
          ? []
          : rule.reactions.flatMap(({ response, at }): Handover[] =>
              response.kind === 'escalate'
                ? [{ ...single(response.team), at, when: [rule.when], own: origin === 'playbook', inStep: false }]
                : [],
            ),
      ),
    ),
    ...steps.flatMap((step) => {
      const lines = step.lines.flatMap((line) => (line.kind === 'escalate' ? [line] : []));
      return lines.map(({ team, when, at }): Handover => {
        // What the step hands over to besides in any case is asked, too.
        const besides = lines.filter((other) => other.at !== at && !other.when).map((other) => other.team);
        const calls = [team, ...besides].map((asked) => ({ team: asked, after: 0 }));
        return { ...single(team), calls, at, when: when ? [when] : [], own: true, inStep: true };
      });
    }),
  ];
}

/** Whoever is asked or told counts, since whoever answers first settles it. Where nobody waits for an answer, being told is all there is to it. */
export function callsOfEscalation({
  ladder,
  tell,
  resolveWithin,
  stayUntilAnswered,
}: Pick<Escalation, 'ladder' | 'tell' | 'resolveWithin' | 'stayUntilAnswered'>): Call[] {
  const isAwaited = ladder.length > 0 || resolveWithin !== undefined || stayUntilAnswered;
  return isAwaited ? [ladder, ...tell.map((each) => each.ladder)].flatMap(callsOf) : [];
}
