import type * as ast from '../generated/ast.ts';
import type { Form } from './form.ts';

/** What stands within lines and begins with words of its own. */
type ClauseType =
  | ast.Act['$type']
  | ast.Expectation['$type']
  | ast.ValueType['$type']
  | ast.Milestone['$type']
  | Exclude<ast.GivenFact['$type'], 'FactValue'>
  | Exclude<ast.Response['$type'], 'EscalateTo'>
  | 'EscalateAtOnce'
  | 'Stage'
  | 'Negation';

/** How each clause is written that begins with words of its own. */
export const CLAUSE_FORMS: Readonly<Record<ClauseType, Form>> = {
  SayAct: { says: 'Replies in which these phrases are found.', ways: ['say <phrases>'] },
  MentionAct: { says: 'Giving away the value of these signals or fields.', ways: ['mention <facts:fact>[, …]'] },
  AskAct: { says: 'Asking for these fields.', ways: ['ask <fields:field>[, …]'] },
  OfferAct: {
    says: 'That offer, or any; where it is worth more than that.',
    ways: ['offer <offer> [over <over:amount>]', 'offer anything [over <over:amount> [in total]]'],
  },
  DoAct: { says: 'That action.', ways: ['do <action>'] },
  WarnAct: { says: 'Warning the customer.', ways: ['warn'] },
  ReplyAct: { says: 'Answering at all.', ways: ['reply'] },
  EscalateAct: { says: 'Handing over.', ways: ['escalate'] },
  EndAct: { says: 'Ending the conversation.', ways: ['end conversation'] },
  Warn: { says: 'The customer hears this warning.', ways: ['warn "<text:warning>"'] },
  EscalateAtOnce: { says: 'The conversation is handed over.', ways: ['escalate to <team>'] },
  EndConversation: { says: 'The conversation is ended.', ways: ['end conversation'] },
  ExpectStep: { says: 'This step is the present one.', ways: ['step <step>'] },
  ExpectSay: { says: 'These words are suggested.', ways: ['say "<text:words>"', 'say <wording>'] },
  ExpectVerdict: {
    says: 'What came of the last offer, reply or action.',
    ways: [
      'offer blocked [by <boundary>]',
      'offer allowed [by <boundary>]',
      'reply blocked [by <boundary>]',
      'reply allowed [by <boundary>]',
      'action blocked [by <boundary>]',
      'action allowed [by <boundary>]',
    ],
  },
  ExpectOffer: { says: 'This offer is suggested.', ways: ['offer <offer>'] },
  ExpectWarning: { says: 'The customer is warned.', ways: ['warning'] },
  ExpectBoundary: { says: 'This boundary is crossed.', ways: ['boundary <boundary>'] },
  ExpectEscalation: {
    says: 'This escalation runs.',
    ways: ['escalation [<escalation>] [to <team>]'],
  },
  ExpectHandover: { says: 'The colleague gets to see this.', ways: ['handover <facts:fact>[, …]'] },
  ExpectPlaybook: { says: 'This playbook has started.', ways: ['playbook <playbook>'] },
  ExpectFollowUp: { says: 'This follow up comes up.', ways: ['follow up <followUp:follow up>'] },
  ExpectAgentCare: { says: 'This agent care has come up.', ways: ['agent care <care:agent care>'] },
  ExpectCommitment: { says: 'This promise has been made.', ways: ['promise <commitment:promise>'] },
  ExpectEnd: { says: 'The conversation has ended.', ways: ['end'] },
  RangeType: { says: 'A scale, from one number to another.', ways: ['from <min:number> to <max:number>'] },
  ChoiceType: { says: 'One of these choices.', ways: ['one of <choices:choice>[, …]'] },
  FlagType: { says: 'Yes or no.', ways: ['yes or no'] },
  UnitType: {
    says: 'A length of time or an amount of money.',
    ways: ['in <unit> [from <min:number> to <max:number>]'],
  },
  NumberType: { says: 'Any number.', ways: ['number'] },
  CountType: { says: 'A count: every report is one event.', ways: ['count'] },
  DateType: { says: 'A date.', ways: ['date'] },
  TextType: { says: 'Words. You can only ask whether they are known.', ways: ['text'] },
  StepMilestone: { says: 'Before that step begins, or once it is done.', ways: ['step <step>'] },
  StageMilestone: { says: 'Before that stage begins, or once it is done.', ways: ['stage <stage>'] },
  CloseMilestone: { says: 'Before the conversation ends.', ways: ['close'] },
  ClockFact: { says: 'When the conversation takes place.', ways: ['time <day:day or date> <time>'] },
  LanguageFact: { says: 'Which language the conversation is in.', ways: ['language <language>'] },
  Stage: {
    says: 'A stage of the framework.',
    ways: ['stage <name> "<title>" [goal "<goal:what is true then>"] [optional]'],
  },
  Negation: {
    says: 'The opposite of one question, or of what stands in parentheses.',
    ways: ['not <operand:condition>'],
  },
};
