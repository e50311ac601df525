import type { ItemType, MemberType } from '../structure/placement.ts';
import type { Form } from './form.ts';

/** How a part of a file is begun, and the lines that most have. */
export interface MemberForm extends Form {
  readonly lines: readonly ItemType[];
}

const WHEN = 'when <when:condition> [unless <unless:condition>]';

/** How each part of a file is begun, and what it is for. */
export const MEMBER_FORMS: Readonly<Record<MemberType, MemberForm>> = {
  Use: {
    says: 'Takes in what another file declares. What that file enforces is in force here, too.',
    ways: ['use "<path:file>"'],
    lines: [],
  },
  Heading: {
    says: 'Makes this file a playbook. The lines below say whose it is and how it stands.',
    ways: ['playbook <name> "<title>"'],
    lines: ['Owner', 'Version'],
  },
  Signal: {
    says: 'Something that your tools report about the conversation.',
    ways: ['signal <name> <valueType:kind of value> [fixed] ["<title:meaning>"]'],
    lines: [],
  },
  Field: {
    says: 'Something that the agent finds out or writes down in the conversation.',
    ways: ['field <name> <valueType:kind of value> ["<title:meaning>"]'],
    lines: [],
  },
  Action: {
    says: 'Something that the agent does and that rules need a name for.',
    ways: ['action <name> "<title:what it is>"'],
    lines: [],
  },
  Situation: {
    says: 'Gives a condition a name, to be used in several rules.',
    ways: [`situation <name> ["<title:meaning>"] ${WHEN}`],
    lines: [],
  },
  Wording: {
    says: 'A text that must be said word for word.',
    ways: [
      'wording <name> "<text:words>" [in <translations:language> "<translations:words>"] [approved by <approver:team>]',
    ],
    lines: [],
  },
  PhraseList: {
    says: 'Words that count as the same thing: to listen for, or never to say.',
    ways: ['phrases <name> "<title:meaning>": "<patterns:phrase>"[, …] [except "<exceptions:phrase>"]'],
    lines: [],
  },
  Team: {
    says: 'People who can be asked in: how soon they answer, and when.',
    ways: ['team <name> "<title>"'],
    lines: ['Answers'],
  },
  Framework: {
    says: 'A method as a list of stages, for playbooks to follow.',
    ways: ['framework <name> "<title>" <stages:stages>'],
    lines: [],
  },
  Trigger: {
    says: 'Starts the playbook when its condition becomes true.',
    ways: [`trigger <name> ${WHEN}`],
    lines: [],
  },
  Step: {
    says: 'One part of the conversation. Steps are taken in the order written.',
    ways: ['step <name> "<title>"'],
    lines: ['Goal', 'Say'],
  },
  Boundary: {
    says: 'What must never, or must always, happen, whatever a step says.',
    ways: ['boundary <name> "<title>"'],
    lines: ['Never'],
  },
  Escalation: {
    says: 'Brings people in when its condition becomes true.',
    ways: [`escalation <name> "<title>" ${WHEN}`],
    lines: ['Ladder', 'Say'],
  },
  FollowUp: {
    says: 'Comes back to the customer after a while.',
    ways: [`follow up <name> "<title>" ${WHEN}`],
    lines: ['Within', 'Say'],
  },
  AgentCare: {
    says: 'What is done for the agent after something hard.',
    ways: [`agent care <name> "<title>" ${WHEN}`],
    lines: ['Do'],
  },
  Trend: {
    says: 'Counts how often something happens over many conversations, and tells a team.',
    ways: [
      'trend <name> "<title>" when <subject:what happens> happens at least <times:number> times in the last <window:duration>',
    ],
    lines: ['Tell'],
  },
  Scenario: {
    says: 'Plays a conversation and says what should come of it.',
    ways: ['scenario "<title:what it shows>"'],
    lines: ['CustomerSays', 'Expect'],
  },
};
