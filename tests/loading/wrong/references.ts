import { ALWAYS, AT, type WrongDocument } from './wrong-document.ts';

/** Names that are there twice, that nothing can have, or that nothing has. */
export const WRONG_REFERENCES: readonly WrongDocument[] = [
  // Ids.
  ...(
    [
      ['/facts/-', { id: 'anger', kind: 'field', type: { type: 'text' }, at: AT }, '/facts/18'],
      ['/phrases/-', { id: 'insults', phrases: [], except: [], at: AT }, '/phrases/3'],
      ['/wordings/-', { id: 'refund_terms', text: '', translations: [], at: AT }, '/wordings/1'],
      ['/actions/-', { id: 'block_account', at: AT }, '/actions/1'],
      ['/teams/-', { id: 'supervisors', answersWithin: 0, hours: [], closed: [], at: AT }, '/teams/2'],
      ['/zones/-', { name: 'Europe/London', from: 0, until: 1, offset: 0, transitions: [] }, '/zones/1'],
      ['/framework/stages/-', { id: 'listen', optional: true, at: AT }, '/framework/stages/2'],
      ['/triggers/-', { id: 'asked', when: ALWAYS, at: AT }, '/triggers/1'],
      ['/steps/-', { id: 'hear', lines: [], never: [], exits: [], at: AT }, '/steps/3'],
      ['/followUps/-', { id: 'check_back', when: ALWAYS, within: 1, lines: [], at: AT }, '/followUps/1'],
      ['/steps/1/lines/-', { id: 'step.hear.do.1', kind: 'do', text: '', at: AT }, '/steps/1/lines/2/id'],
      ['/boundaries/0/rules/5/id', 'boundary.own_rules.never.1', '/boundaries/0/rules/5/id'],
    ] as const
  ).map(
    ([pointer, value, path]): WrongDocument => ({
      name: `an id twice: ${path}`,
      edits: { [pointer]: value },
      code: 'duplicate-id',
      path,
    }),
  ),
  { name: 'a boundary twice', edits: { '/boundaries/2/id': 'authority' }, code: 'duplicate-id', path: '/boundaries/2' },
  {
    name: 'an escalation twice',
    edits: { '/escalations/1/id': 'furious' },
    code: 'duplicate-id',
    path: '/escalations/1',
    message: 'there is another escalation `furious`: keep one of them',
  },
  {
    name: 'the name of a property of every object',
    edits: { '/actions/-': { id: 'constructor', at: AT } },
    code: 'forbidden-id',
    path: '/actions/1',
  },
  { name: 'a playbook of such a name', edits: { '/id': 'constructor' }, code: 'forbidden-id', path: '/id' },
  {
    name: 'an offer of such a name',
    edits: { '/steps/1/lines/1/offer': 'prototype' },
    code: 'forbidden-id',
    path: '/steps/1/lines/1/offer',
  },
  {
    name: 'a promise of such a name',
    edits: { '/steps/2/lines/3/promise': 'constructor' },
    code: 'forbidden-id',
    path: '/steps/2/lines/3/promise',
  },
  {
    name: 'a line of such a name',
    edits: { '/steps/0/lines/3/id': 'valueOf' },
    code: 'forbidden-id',
    path: '/steps/0/lines/3/id',
  },
  {
    name: 'a fact of such a name',
    edits: {
      '/facts/-': {
        id: '__proto__',
        kind: 'derived',
        derive: { kind: 'hasHappened', what: { kind: 'step', id: 'x' }, times: 1 },
      },
    },
    code: 'forbidden-id',
    path: '/facts/18',
  },

  // What is referred to.
  ...(
    [
      ['/facts/0/derive/phrases/0', 'phrase list'],
      ['/facts/2/derive/team', 'team'],
      ['/facts/7/derive/team', 'team'],
      ['/facts/14/derive/signal', 'fact'],
      ['/wordings/0/approvedBy', 'team'],
      ['/teams/0/zone', 'time zone'],
      ['/teams/0/otherwise', 'team'],
      ['/steps/0/stage', 'stage'],
      ['/steps/0/lines/0/alternatives/0/parts/1/fact', 'fact'],
      ['/steps/0/lines/1/wording', 'wording'],
      ['/steps/0/lines/2/field', 'fact'],
      ['/steps/0/never/0/acts/0/facts/0', 'fact'],
      ['/steps/0/exits/0/step', 'step'],
      ['/steps/0/next', 'step'],
      ['/steps/2/lines/0/action', 'action'],
      ['/steps/2/lines/1/worth/fact', 'fact'],
      ['/steps/2/lines/2/fields/0', 'fact'],
      ['/steps/2/lines/4/team', 'team'],
      ['/boundaries/0/rules/0/first/id', 'step'],
      ['/boundaries/0/rules/1/later/id', 'stage'],
      ['/boundaries/0/rules/2/wording', 'wording'],
      ['/boundaries/0/rules/2/before/id', 'step'],
      ['/boundaries/0/rules/3/fields/0', 'fact'],
      ['/boundaries/0/rules/4/acts/0/phrases/0', 'phrase list'],
      ['/boundaries/0/rules/5/acts/0/action', 'action'],
      ['/boundaries/0/sayInstead/1/fact', 'fact'],
      ['/boundaries/1/rules/0/acts/0/over/fact', 'fact'],
      ['/boundaries/2/rules/0/reactions/0/response/parts/1/fact', 'fact'],
      ['/boundaries/2/rules/0/reactions/1/response/team', 'team'],
      ['/escalations/0/ladder/1/team', 'team'],
      ['/escalations/0/tell/0/ladder/1/team', 'team'],
      ['/escalations/0/handOver/1', 'fact'],
      ['/escalations/1/beats/escalations/0', 'escalation'],
      ['/trends/0/tell/0/ladder/0/team', 'team'],
    ] as const
  ).map(
    ([path, kind]): WrongDocument => ({
      name: `nothing of that name: ${path}`,
      edits: { [path]: 'nowhere' },
      code: 'unknown-reference',
      path,
      message: `there is no ${kind} \`nowhere\` in this document: build the playbook again with \`poise build\``,
    }),
  ),
  {
    name: 'a fact that a condition asks about',
    edits: { '/facts/16': undefined },
    code: 'unknown-reference',
    path: '/followUps/0/when/facts/0',
  },
  {
    name: 'channels without the fact',
    edits: { '/facts/4/id': 'medium', '/steps/0/lines/1/when': undefined, '/boundaries/0/rules/5/when': undefined },
    code: 'unknown-reference',
    path: '/steps/0/lines/3/channels',
  },
  {
    name: 'a channel that is no choice',
    edits: { '/steps/0/lines/3/channels/1': 'fax' },
    code: 'unknown-channel',
    path: '/steps/0/lines/3/channels/1',
  },
  {
    name: 'a file that is not listed',
    edits: { '/steps/1/lines/0/alternatives/0/at/file': 2 },
    code: 'unknown-file',
    path: '/steps/1/lines/0/alternatives/0/at/file',
    message: 'there is no file 2 in `files`, which has 2: they are counted from 0',
  },
];
