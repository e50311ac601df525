import type {
  Boundary,
  BoundaryRule,
  Condition,
  Happened,
  Id,
  Playbook,
  Position,
  RunningEscalation,
} from '@poise/runtime';
import type { Reason } from './failure.ts';
import { runs } from './meet.ts';
import { blockedBy, conditionOf, didIt, reason, whatDid } from './reasons.ts';
import type { Moment } from './run.ts';
import type { Expectation } from './scenario.ts';
import { isHappening, lastTurns, lately, present, type Story } from './story.ts';

type Expected<Kind extends Expectation['kind']> = Extract<Expectation, { kind: Kind }>;

/** A part of a document that has a name and a place. */
interface Rule {
  readonly id: Id;
  readonly at: Position;
}

/** Why a boundary is crossed, or isn't. */
export function explainBoundary({ boundary, playbook }: Expected<'boundary'>, story: Story): readonly Reason[] {
  const crossings = lately(story, 'crossings').filter((crossing) => crossing.boundary === boundary);
  if (crossings.length > 0) return crossings.map((crossing) => didIt(crossing, story.documents));
  return ofDocument(story, playbook).flatMap((document) =>
    document.boundaries
      .filter(({ id }) => id === boundary)
      .flatMap((one) => [
        ...earlier(one, document, story, isHappening('boundary', boundary, playbook)),
        ...eachTimeOf(one, document, present(story)),
      ]),
  );
}

/** Why the customer is warned, or isn't: what has been crossed, else what would bring a warning. */
export function explainWarning(story: Story): readonly Reason[] {
  const crossings = lately(story, 'crossings');
  if (crossings.length > 0) return crossings.map((crossing) => didIt(crossing, story.documents));
  const warns = (rule: BoundaryRule) =>
    rule.kind === 'eachTime' && rule.reactions.some(({ response }) => response.kind === 'warn');
  return ofDocument(story).flatMap((document) =>
    document.boundaries
      .filter(({ rules }) => rules.some(warns))
      .flatMap((boundary) => eachTimeOf(boundary, document, present(story))),
  );
}

/** Why an escalation runs, or doesn't. */
export function explainEscalation(expected: Expected<'escalation'>, story: Story): readonly Reason[] {
  const { guidance } = present(story);
  const running = guidance.escalations.filter((one) => runs(one, expected));
  if (running.length > 0) return running.flatMap((one) => ofRunning(one, expected, story));
  const held = guidance.heldBack.filter(({ what, rule }) => what === 'escalation' && rule === expected.escalation);
  if (held.length > 0) return held.flatMap(({ blocks }) => blockedBy(blocks));
  return ofDocument(story, expected.playbook).flatMap((document) =>
    document.escalations
      .filter(({ id }) => id === expected.escalation)
      .flatMap((one) => conditionOf(one, one.when, document, present(story))),
  );
}

/** What made it run, when the team that was expected is next to be asked, and that it was closed when it was. */
function ofRunning(
  { id: rule, at, playbook, because, next, asked }: RunningEscalation,
  { team }: Expected<'escalation'>,
  story: Story,
): readonly Reason[] {
  if (!at || playbook === undefined) return [];
  const soon: readonly Reason[] =
    next && team !== undefined && next.team === team ? [{ rule, at, playbook, kind: 'due', due: next.time, team }] : [];
  const closed = asked
    .filter((one) => one.asked !== one.team && (team === undefined || one.team === team))
    .map((one) => ({ rule, at, playbook, kind: 'closed' as const, team: one.team, instead: one.asked }));
  return [...soon, ...closed, didIt({ rule, at, playbook, because }, story.documents, whenOf(rule, story))];
}

function whenOf(escalation: Id, story: Story): Condition | undefined {
  return story.documents.flatMap(({ escalations }) => escalations).find(({ id }) => id === escalation)?.when;
}

/** Why the colleague doesn't get to see something: the escalations that would hand it over, and don't run. */
export function explainHandover({ facts }: Expected<'handover'>, story: Story): readonly Reason[] {
  const running = present(story).guidance.escalations.map(({ id }) => id);
  return ofDocument(story).flatMap((document) =>
    document.escalations
      .filter(({ id, handOver }) => !running.includes(id) && handOver.some((fact) => facts.includes(fact)))
      .flatMap((one) => conditionOf(one, one.when, document, present(story))),
  );
}

/** Why a playbook has started, or hasn't. */
export function explainPlaybook({ playbook }: Expected<'playbook'>, story: Story): readonly Reason[] {
  return ofDocument(story, playbook).flatMap((document) => startOf(document, story));
}

/** What a playbook starts by, as it is now, or was when it started. */
export function startOf(document: Playbook, story: Story): readonly Reason[] {
  const { id, status, validFrom, validUntil, triggers, steps } = document;
  const moments = [story.opening, ...story.turns];
  const started = moments.findLast(({ guidance }) => guidance.happened.some(isHappening('playbook', id)));
  const reasons = triggers.flatMap((one) => conditionOf(one, one.when, document, started ?? present(story)));
  if (started) return whatDid(reasons);
  const whole = steps.slice(0, 1).map(({ at }) => ({ id, at }));
  if (triggers.length === 0) return whole.map((one) => reason(one, document, { kind: 'untriggered' }));
  const day = new Date(present(story).guidance.time).toISOString().slice(0, 10);
  if (status === 'active' && day >= (validFrom ?? day) && day <= (validUntil ?? day)) return reasons;
  const dates = { ...(validFrom !== undefined && { validFrom }), ...(validUntil !== undefined && { validUntil }) };
  return whole.map((one) => reason(one, document, { kind: 'inactive', status, ...dates }));
}

/** Why a follow up comes up, or doesn't. */
export function explainFollowUp({ followUp }: Expected<'followUp'>, story: Story): readonly Reason[] {
  const running = present(story).guidance.followUps.find(({ id }) => id === followUp);
  return ofDocument(story).flatMap((document) =>
    document.followUps
      .filter(({ id }) => id === followUp)
      .flatMap((one) => {
        const due = running ? [reason(one, document, { kind: 'due' as const, due: running.due })] : undefined;
        return comingUp(one, document, story, isHappening('followUp', followUp, document.id), due);
      }),
  );
}

/** Why agent care comes up, or doesn't. */
export function explainCare({ agentCare, playbook }: Expected<'agentCare'>, story: Story): readonly Reason[] {
  return ofDocument(story, playbook).flatMap((document) =>
    document.agentCare
      .filter(({ id }) => id === agentCare)
      .flatMap((one) => comingUp(one, document, story, isHappening('agentCare', agentCare, playbook))),
  );
}

/** What brought it up by the last line; else when it came up before, and what it waits for: its condition, unless that is known otherwise. */
function comingUp(
  rule: Rule & { readonly when: Condition },
  document: Playbook,
  story: Story,
  isIt: (happened: Happened) => boolean,
  waiting?: readonly Reason[],
): readonly Reason[] {
  const conditions = conditionOf(rule, rule.when, document, present(story));
  if (lately(story, 'happened').some(isIt)) return whatDid(conditions);
  return [...earlier(rule, document, story, isIt), ...(waiting ?? conditions)];
}

/** That it has happened already, by a line before the last one. */
function earlier(
  rule: Rule,
  document: Playbook,
  story: Story,
  isIt: (happened: Happened) => boolean,
): readonly Reason[] {
  const moments = [story.opening, ...story.turns];
  const moment = moments
    .slice(0, moments.length - lastTurns(story).length)
    .findLast(({ guidance }) => guidance.happened.some(isIt));
  return moment ? [reason(rule, document, { kind: 'earlier', line: moment.at })] : [];
}

function eachTimeOf({ rules }: Boundary, document: Playbook, moment: Moment): readonly Reason[] {
  return rules.flatMap((rule) => (rule.kind === 'eachTime' ? conditionOf(rule, rule.when, document, moment) : []));
}

/** The document that has a rule: the playbook's own has all house rules that its scenarios can name. */
function ofDocument({ documents, scenario }: Story, playbook?: Id): readonly Playbook[] {
  return documents.filter(({ id }) => id === (playbook ?? scenario.playbook));
}
