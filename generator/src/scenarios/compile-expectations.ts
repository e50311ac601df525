import { type ast, fileOf, headingOf, textValue } from '@poise/language';
import type { Id } from '@poise/runtime';
import type { AstNode } from 'langium';
import { target } from '../compile/conditions.ts';
import type { Expectation } from './scenario.ts';

/** What a line of a playbook's scenario expects. */
export function compileExpectation(expected: ast.Expectation, playbook: Id): Expectation {
  switch (expected.$type) {
    case 'ExpectStep':
      return { kind: 'step', step: target(expected.step).name };
    case 'ExpectSay':
      if (expected.text) return { kind: 'say', text: textValue(expected.text) };
      return { kind: 'say', wording: target(expected.wording).name };
    case 'ExpectVerdict': {
      const by = expected.boundary && target(expected.boundary);
      const { act, verdict } = expected;
      return { kind: 'verdict', act, verdict, ...(by && { by: by.name, ...ownerOf(by, playbook) }) };
    }
    case 'ExpectOffer':
      return { kind: 'offer', offer: target(expected.offer).name };
    case 'ExpectWarning':
      return { kind: 'warning' };
    case 'ExpectBoundary': {
      const boundary = target(expected.boundary);
      return { kind: 'boundary', boundary: boundary.name, ...ownerOf(boundary, playbook) };
    }
    case 'ExpectEscalation': {
      const escalation = expected.escalation && target(expected.escalation);
      const team = expected.team && target(expected.team).name;
      return {
        kind: 'escalation',
        ...(escalation && { escalation: escalation.name, ...ownerOf(escalation, playbook) }),
        ...(team !== undefined && { team }),
      };
    }
    case 'ExpectHandover':
      return { kind: 'handover', facts: expected.facts.map((fact) => target(fact).name) };
    case 'ExpectPlaybook':
      return { kind: 'playbook', playbook: target(expected.playbook).name };
    case 'ExpectFollowUp':
      return { kind: 'followUp', followUp: target(expected.followUp).name };
    case 'ExpectAgentCare': {
      const care = target(expected.care);
      return { kind: 'agentCare', agentCare: care.name, ...ownerOf(care, playbook) };
    }
    case 'ExpectCommitment':
      return { kind: 'promise', promise: target(expected.commitment).name };
    case 'ExpectEnd':
      return { kind: 'end' };
  }
}

/** The playbook of a rule that is its own, which another playbook may have a rule of the same name beside. */
function ownerOf(rule: AstNode, playbook: Id): { readonly playbook?: Id } {
  return headingOf(fileOf(rule))?.name === playbook ? { playbook } : {};
}
