import type { Expectation } from '../scenarios/index.ts';
import { listed, quoted } from './quoted.ts';

/** What a line expects, in words that follow `expected`. */
export function expectedWords(expected: Expectation, negated: boolean): string {
  const no = negated ? 'no' : 'a';
  const not = negated ? 'not ' : '';
  switch (expected.kind) {
    case 'step':
      return negated ? `another step than ${quoted(expected.step)}` : `the step ${quoted(expected.step)}`;
    case 'say':
      if ('wording' in expected) return `the wording ${quoted(expected.wording)} ${not}to be suggested`;
      return `these words ${not}to be suggested: “${expected.text}”`;
    case 'offer':
      return `the offer ${quoted(expected.offer)} ${not}to be open`;
    case 'verdict': {
      const by = expected.by === undefined ? '' : ` by ${quoted(expected.by)}`;
      return `the ${expected.act} ${not}to be ${expected.verdict}${by}`;
    }
    case 'warning':
      return `${no} warning`;
    case 'boundary':
      return `the boundary ${quoted(expected.boundary)} ${not}to be crossed`;
    case 'escalation': {
      const named =
        expected.escalation === undefined
          ? `${negated ? 'no' : 'an'} escalation`
          : `${negated ? 'no' : 'the'} escalation ${quoted(expected.escalation)}`;
      return expected.team === undefined ? named : `${named} to ${quoted(expected.team)}`;
    }
    case 'handover':
      return `${no} handover of ${listed(expected.facts.map(quoted))}`;
    case 'playbook':
      return `the playbook ${quoted(expected.playbook)} ${not}to start`;
    case 'followUp':
      return `the follow up ${quoted(expected.followUp)} ${not}to come up`;
    case 'agentCare':
      return `the agent care ${quoted(expected.agentCare)} ${not}to have come up`;
    case 'promise':
      return `the promise ${quoted(expected.promise)} ${not}to be made`;
    case 'end':
      return `the conversation ${not}to end`;
  }
}
