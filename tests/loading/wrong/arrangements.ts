import type { WrongDocument } from './wrong-document.ts';

/** What is in no order, or lacks a part. */
export const WRONG_ARRANGEMENTS: readonly WrongDocument[] = [
  // What is in order.
  {
    name: 'a next step that comes before',
    edits: { '/steps/1/next': 'hear' },
    code: 'backward-step',
    path: '/steps/1/next',
  },
  {
    name: 'a step that is its own next',
    edits: { '/steps/2/next': 'pay' },
    code: 'backward-step',
    path: '/steps/2/next',
  },
  {
    name: 'a second reaction first',
    edits: { '/boundaries/2/rules/0/reactions/0/from': 2 },
    code: 'wrong-first',
    path: '/boundaries/2/rules/0/reactions/0/from',
    problems: 2,
  },
  {
    name: 'two reactions for one time',
    edits: { '/boundaries/2/rules/0/reactions/2/from': 2 },
    code: 'wrong-order',
    path: '/boundaries/2/rules/0/reactions/2/from',
    message: 'reactions are in the order of `from`, and this one is not',
  },
  {
    name: 'a ladder that begins late',
    edits: { '/escalations/0/ladder/0/after': 60 },
    code: 'wrong-first',
    path: '/escalations/0/ladder/0/after',
    message: 'the first of a ladder has `after` 0',
  },
  {
    name: 'clocks that change in no order',
    edits: { '/zones/0/transitions/1/at': 0 },
    code: 'wrong-order',
    path: '/zones/0/transitions/1/at',
  },
  { name: 'a zone without a horizon', edits: { '/zones/0/until': 0 }, code: 'empty-range', path: '/zones/0' },
  {
    name: 'a day that is none',
    edits: { '/teams/0/closed/0': '2026-02-29' },
    code: 'no-such-day',
    path: '/teams/0/closed/0',
    message: 'there is no `2026-02-29` in the calendar: give a day that there is',
  },
  { name: 'a month that is none', edits: { '/reviewBy': '2026-13-01' }, code: 'no-such-day', path: '/reviewBy' },
  {
    name: 'a period that is over before it begins',
    edits: { '/validUntil': '2025-12-31' },
    code: 'empty-range',
    path: '/validUntil',
  },
  {
    name: 'an endless repetition',
    edits: { '/followUps/0/repeat/every': 0 },
    code: 'endless-repeat',
    path: '/followUps/0/repeat/every',
  },

  // What belongs together.
  {
    name: 'hours without a zone',
    edits: { '/teams/1/zone': undefined },
    code: 'needs-part',
    path: '/teams/1',
    message: 'a team with hours or closed days needs a `zone`: build the playbook again with `poise build`',
  },
  {
    name: 'words and a wording',
    edits: { '/steps/0/lines/0/wording': 'refund_terms' },
    code: 'missing-part',
    path: '/steps/0/lines/0',
    message: 'a `say` needs exactly one of `alternatives` or `wording`: build the playbook again with `poise build`',
  },
  {
    name: 'neither words nor a wording',
    edits: { '/steps/0/lines/1/wording': undefined },
    code: 'missing-part',
    path: '/steps/0/lines/1',
  },
  {
    name: 'nothing to do',
    edits: { '/followUps/0/lines/0/text': undefined },
    code: 'needs-part',
    path: '/followUps/0/lines/0',
  },
  {
    name: 'nothing that must be said',
    edits: { '/boundaries/0/rules/2/wording': undefined },
    code: 'missing-part',
    path: '/boundaries/0/rules/2',
  },
  {
    name: 'a step without a name',
    edits: { '/boundaries/0/rules/0/later/id': undefined },
    code: 'needs-part',
    path: '/boundaries/0/rules/0/later',
  },
  {
    name: 'something after the close',
    edits: { '/boundaries/0/rules/0/first': { kind: 'close' } },
    code: 'needs-part',
    path: '/boundaries/0/rules/0/first',
  },
  {
    name: 'a follow up without a time',
    edits: { '/followUps/0/within': undefined, '/followUps/0/repeat': undefined },
    code: 'needs-part',
    path: '/followUps/0',
  },
  {
    name: 'a phrase that begins with a gap',
    edits: { '/phrases/0/phrases/0/sequence/0': { gap: 4 } },
    code: 'bad-phrase',
    path: '/phrases/0/phrases/0/sequence/0',
  },
  {
    name: 'a phrase that ends in a gap',
    edits: { '/phrases/1/except/0/sequence/-': { gap: 4 } },
    code: 'bad-phrase',
    path: '/phrases/1/except/0/sequence/5',
  },
  {
    name: 'a gap after a gap',
    edits: { '/phrases/1/phrases/1/sequence': [{ kind: 'time' }, { gap: 1 }, { gap: 1 }, { kind: 'time' }] },
    code: 'bad-phrase',
    path: '/phrases/1/phrases/1/sequence/2',
  },
  {
    name: 'a word that is none',
    edits: { '/phrases/2/phrases/0/sequence/1': { words: [], prefixes: [] } },
    code: 'bad-phrase',
    path: '/phrases/2/phrases/0/sequence/1',
  },
];
