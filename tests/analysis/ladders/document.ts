import type { Rung } from '@poise/runtime';
import type { Subject } from '../../../analysis/src/subject.ts';
import type { AnyTeams } from './any-teams.ts';

const AT = { file: 0, line: 1, column: 1 };
const REPORTED = { '===': [{ var: 'needed' }, true] } satisfies Subject['triggers'][number]['when']['certain'];
const NEEDED = { certain: REPORTED, possible: REPORTED, facts: ['needed'], text: 'needed' };

/** A playbook with one escalation, which begins when the signal `needed` is reported. */
export function playbookWith(
  { teams, zones }: Pick<AnyTeams, 'teams' | 'zones'>,
  ladder: readonly Rung[],
  resolveWithin?: number,
): Subject {
  return {
    id: 'late',
    title: 'Late delivery',
    owner: 'Customer Operations',
    version: '1.0.0',
    status: 'active',
    requires: [],
    uses: [],
    beats: { everything: false, playbooks: [] },
    facts: [{ id: 'needed', kind: 'signal', type: { type: 'flag' }, at: AT }],
    phrases: [],
    wordings: [],
    actions: [],
    teams: [...teams],
    zones: [...zones],
    triggers: [{ id: 'asked', when: NEEDED, at: AT }],
    steps: [{ id: 'hear', lines: [], never: [], exits: [], at: AT }],
    boundaries: [],
    escalations: [
      {
        id: 'colleague',
        origin: 'house',
        when: NEEDED,
        beats: { everything: false, escalations: [] },
        ladder: [...ladder],
        tell: [],
        stayUntilAnswered: false,
        lines: [],
        handOver: [],
        ...(resolveWithin !== undefined && { resolveWithin }),
        continueWith: [],
        at: AT,
      },
    ],
    followUps: [],
    agentCare: [],
    trends: [],
  };
}
