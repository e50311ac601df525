import type { Guidance } from '@poise/runtime';
import { explainLine, explainOffer, explainPromise } from './explain-lines.ts';
import {
  explainBoundary,
  explainCare,
  explainEscalation,
  explainFollowUp,
  explainHandover,
  explainPlaybook,
  explainWarning,
} from './explain-rules.ts';
import { explainStep } from './explain-steps.ts';
import { explainEnd, explainVerdict } from './explain-verdicts.ts';
import type { Reason, RelevantGuidance } from './failure.ts';
import type { ScenarioExpectation } from './scenario.ts';
import { lastVerdict, lately, present, type Story, soFar } from './story.ts';

/** How it was instead of what a line expected, and why. */
export function explain(
  line: ScenarioExpectation,
  story: Story,
): { readonly was: RelevantGuidance; readonly because: readonly Reason[] } {
  return { was: relevantTo(line, story), because: reasonsFor(line, story) };
}

function relevantTo({ expectation: expected }: ScenarioExpectation, story: Story): RelevantGuidance {
  const { guidance } = present(story);
  const parts = <Part extends keyof Guidance>(...names: readonly Part[]) =>
    Object.fromEntries(names.filter((name) => guidance[name] !== undefined).map((name) => [name, guidance[name]]));
  switch (expected.kind) {
    case 'step':
      return parts('playbooks', 'escalations');
    case 'say':
      return parts('step', 'lines');
    case 'offer':
      return parts('step', 'offers');
    case 'verdict': {
      const verdict = lastVerdict(story, expected.act);
      return verdict ? { verdict } : {};
    }
    case 'warning':
    case 'boundary':
      return { crossings: [...lately(story, 'crossings')] };
    case 'escalation':
      return parts('escalations');
    case 'handover':
      return { ...parts('escalations'), handovers: [...soFar(story, 'handovers')] };
    case 'playbook':
      return { ...parts('playbooks'), happened: soFar(story, 'happened').filter(({ kind }) => kind === 'playbook') };
    case 'followUp':
      return { ...parts('followUps'), happened: [...lately(story, 'happened')] };
    case 'agentCare':
      return { happened: soFar(story, 'happened').filter(({ kind }) => kind === 'agentCare') };
    case 'promise':
      return { ...parts('promises'), happened: soFar(story, 'happened').filter(({ kind }) => kind === 'promise') };
    case 'end': {
      const verdict = lastVerdict(story, 'action');
      return { ...parts('state'), ...(verdict && { verdict }) };
    }
  }
}

function reasonsFor({ expectation: expected, negated }: ScenarioExpectation, story: Story): readonly Reason[] {
  switch (expected.kind) {
    case 'step':
      return explainStep(expected, story);
    case 'say':
      return explainLine(expected, story);
    case 'offer':
      return explainOffer(expected, story);
    case 'verdict':
      return explainVerdict(expected, negated, story);
    case 'warning':
      return explainWarning(story);
    case 'boundary':
      return explainBoundary(expected, story);
    case 'escalation':
      return explainEscalation(expected, story);
    case 'handover':
      return explainHandover(expected, story);
    case 'playbook':
      return explainPlaybook(expected, story);
    case 'followUp':
      return explainFollowUp(expected, story);
    case 'agentCare':
      return explainCare(expected, story);
    case 'promise':
      return explainPromise(expected, story);
    case 'end':
      return explainEnd(story);
  }
}
