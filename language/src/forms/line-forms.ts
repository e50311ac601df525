import type { ItemType } from '../structure/placement.ts';
import type { Form } from './form.ts';

const GUARD = '[when <when:condition>] [unless <unless:condition>]';
const ON = '[on <channels:channel>] ';

/** How each line is written, and what it is for. */
export const LINE_FORMS: Readonly<Record<ItemType, Form>> = {
  About: { says: 'What the playbook is for.', ways: ['about "<text:what it is for>"'] },
  Owner: { says: 'Who answers for the playbook. Every playbook needs it.', ways: ['owner "<text:who>"'] },
  Version: {
    says: 'Three numbers, so that a record can say which version was followed. Every playbook needs it.',
    ways: ['version <value:version>'],
  },
  Status: {
    says: 'Whether it is `draft`, `active` or `retired`. Only an active playbook starts.',
    ways: ['status <value:status>'],
  },
  ReviewBy: {
    says: 'The day by which somebody should read the playbook again. After it you are reminded.',
    ways: ['review by <date>'],
  },
  Validity: {
    says: 'The days on which the playbook may start, both included.',
    ways: ['valid from <from:date> [until <until:date>]'],
  },
  Follows: { says: 'The framework whose stages this playbook has.', ways: ['follows <framework>'] },
  Beats: {
    says: 'Where both have started, this one leads.',
    ways: ['beats <others:other>[, …]', 'beats everything'],
  },
  Source: { says: 'The policy that the playbook rests on.', ways: ['source "<text:policy>"'] },
  Answers: { says: 'How soon the team answers. Every team needs it.', ways: ['answers within <within:duration>'] },
  OpeningHours: {
    says: 'When the team is there. Without such a line it always is.',
    ways: ['open <days> <opens:time> to <closes:time> ["<zone:time zone>"]'],
  },
  ClosedDays: { says: 'Whole days on which the team is closed.', ways: ['closed <dates:date>[, …]'] },
  Otherwise: { says: 'Who is asked instead while the team is closed.', ways: ['otherwise <team>'] },
  StageReference: { says: 'Which stage of the framework this step is for.', ways: ['stage <stage>'] },
  Goal: { says: 'What is true when the step has gone well.', ways: ['goal "<text:what is true then>"'] },
  Do: {
    says: 'Something for the agent to do, or a named action.',
    ways: [`do ${ON}"<text:what to do>" ${GUARD}`, `do ${ON}<action> ${GUARD}`],
  },
  Say: {
    says: 'Sample words for the customer. With `or` between, the agent picks one.',
    ways: [`say ${ON}"<alternatives:words>" [or "<alternatives:other words>"] ${GUARD}`, `say ${ON}<wording> ${GUARD}`],
  },
  Ask: {
    says: 'A question whose answer goes into that field.',
    ways: [`ask ${ON}<field> "<text:question>" ${GUARD}`],
  },
  Offer: {
    says: 'Something that the agent may offer.',
    ways: [`offer ${ON}<name> "<title:what it is>" [worth [up to] <worth:amount>] ${GUARD}`],
  },
  Record: { says: 'Fields for the agent to fill in.', ways: [`record <fields:field>[, …] ${GUARD}`] },
  Commitment: {
    says: 'A promise that we make, and by when it is kept.',
    ways: [`promise <name> within <within:duration> ${GUARD}`],
  },
  DoneWhen: {
    says: 'When this step is finished and the next one begins.',
    ways: ['done when <when:condition> [unless <unless:condition>]'],
  },
  SkipWhen: {
    says: 'Looked at on entering: if it is sure, the step is passed over.',
    ways: ['skip when <when:condition> [unless <unless:condition>]'],
  },
  GoTo: { says: 'Leaves for another step.', ways: [`go to <step> ${GUARD}`] },
  ContinueWith: {
    says: 'Leaves for another playbook, without coming back.',
    ways: [`continue with <playbook> ${GUARD}`],
  },
  Complete: {
    says: 'Runs another playbook from its first step, then comes back here.',
    ways: [`complete <playbook> ${GUARD}`],
  },
  Consult: { says: 'Asks a team, and keeps the conversation.', ways: [`consult <team> ${GUARD}`] },
  EscalateTo: { says: 'Hands the conversation over to a team.', ways: [`escalate to <team> ${GUARD}`] },
  Never: { says: 'Forbids something. It beats everything that would do it.', ways: [`never <acts:act>[, …] ${GUARD}`] },
  SayInstead: {
    says: "Better words for what this boundary's `never` holds back.",
    ways: ['say instead "<text:better words>"'],
  },
  AlwaysBefore: {
    says: 'Demands that one step or stage comes before another.',
    ways: ['always <first:step or stage> before <later:step or stage>'],
  },
  AlwaysRecord: {
    says: 'Demands that fields are filled in by then.',
    ways: [`always record <fields:field>[, …] [before <before:step, stage or close>] ${GUARD}`],
  },
  AlwaysSay: {
    says: 'Demands that something has been said by then.',
    ways: [`always say <said:wording> [before <before:step, stage or close>] ${GUARD}`],
  },
  AlwaysOffer: {
    says: 'Demands that something has been offered by then.',
    ways: [`always offer <offer> [before <before:step, stage or close>] ${GUARD}`],
  },
  EachTime: {
    says: 'Counts how often something comes up. The lines below say what follows.',
    ways: ['each time <condition> [unless <unless:condition>]'],
  },
  Reaction: {
    says: 'What follows when it comes up the first, second or third time, and `then` from then on.',
    ways: [
      'first time <response:what follows>',
      'second time <response:what follows>',
      'third time <response:what follows>',
      'then <response:what follows>',
    ],
  },
  Ladder: {
    says: 'Whom to ask, and after how long without an answer whom next.',
    ways: ['to <rungs:team>[, then <rungs:team> after <rungs:duration>]'],
  },
  Tell: { says: 'Tells a team without handing over.', ways: ['tell <rungs:team> "<text:what to tell>"'] },
  StayUntilAnswered: {
    says: 'The agent stays with the customer until somebody has taken over.',
    ways: ['stay until answered'],
  },
  HandOver: { says: 'What the colleague gets to see.', ways: ['hand over <facts:fact>[, …]'] },
  ResolveWithin: { says: 'By when it should be settled.', ways: ['resolve within <within:duration>'] },
  Repeat: {
    says: 'How often it comes up again, and until when.',
    ways: ['every <every:duration> [until <until:condition>] [at most <times:number> times]'],
  },
  Within: { says: 'How soon the follow up is due.', ways: ['within <within:duration>'] },
  Given: {
    says: 'What the tools report, what time it is, or which language is spoken. Before anything else: how the scenario begins.',
    ways: ['given <facts:fact and value>[, …]'],
  },
  CustomerSays: {
    says: 'A message of the customer, and what the tools report with it.',
    ways: ['customer says "<text:message>" [with <facts:fact and value>]'],
  },
  CustomerDecides: {
    says: "The customer's answer to an offer. Without a name, to the last one.",
    ways: ['customer declines [<offer>]', 'customer accepts [<offer>]'],
  },
  AgentSays: {
    says: 'A draft reply, or a wording. It is judged before it goes out.',
    ways: ['agent says "<text:reply>"', 'agent says <wording>'],
  },
  AgentOffers: { says: 'The agent makes an offer.', ways: ['agent offers <offer> [worth <worth:amount>]'] },
  AgentRecords: { says: 'The agent fills in a field.', ways: ['agent records <field> <value>'] },
  AgentDoes: { says: 'The agent does an action.', ways: ['agent does <action>'] },
  AgentCompletes: { says: 'The agent ends a step.', ways: ['agent completes <step>'] },
  AgentEndsEscalation: { says: 'The agent ends an escalation.', ways: ['agent ends <escalation>'] },
  AgentCloses: { says: 'The conversation ends.', ways: ['agent closes conversation'] },
  TeamAnswers: { says: 'A team takes over.', ways: ['<team> answer'] },
  TeamDecides: {
    says: 'A team approves or declines an offer or a reply.',
    ways: ['<team> approve <offer>', '<team> decline <offer>', '<team> approve reply'],
  },
  TimePasses: { says: 'Time goes by.', ways: ['<duration> pass'] },
  Expect: {
    says: 'What should come of it. With `no`, what should not.',
    ways: ['expect [no] <expectation:what is expected>'],
  },
};
