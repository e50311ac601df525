import type { Failure } from '../scenarios/index.ts';
import { quoted } from './quoted.ts';

type Fault = Extract<Failure, { kind: 'fault' }>['faults'][number];

/** What is wrong with an event, in words. */
export function faultWords({ code, name = '' }: Fault): string {
  const named = quoted(name);
  switch (code) {
    case 'malformed':
      return `this can't be read: ${named}`;
    case 'badValue':
      return `${named} can't have this value`;
    case 'fixedValue':
      return `${named} is fixed, and another value is known already`;
    case 'wrongKind':
      return `${named} is told in the wrong way: tools report signals, and the agent records fields`;
    case 'closed':
      return 'the conversation has ended';
    case 'notPresent':
      return `no playbook is at the step ${named}`;
    case 'notAsked':
      return `nobody has asked ${named}`;
    case 'notRunning':
      return `the escalation ${named} isn't running`;
    case 'notPromised':
      return `the promise ${named} hasn't been made, or has been kept`;
    case 'noOffer':
      return 'no offer has been made';
    case 'tooMuch':
      return 'more comes due in this time than can be played: let it pass in parts';
    case 'absentPlaybook':
      return `the playbook ${named} can't begin here: it isn't active or valid, or it is at work already`;
  }
}
