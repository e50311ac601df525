import { type IntendedAct, type Opening, open, prepare, resume, type State } from '@poise/runtime';
import { expect, test } from 'vitest';
import { shippedDocuments } from '../harness/shipped-documents.ts';

const [document, other] = await shippedDocuments();
if (!document || !other) throw new Error('nothing is shipped');
const playbooks = prepare([document]);

test('an opening that is none is refused, and says where', () => {
  expect(() => open(playbooks, {} as Opening)).toThrow('this is no opening of a conversation: /time');
  expect(() => open(playbooks, { time: 0, language: 7 } as unknown as Opening)).toThrow('/language');
});

test('an act that is none is refused, and says so', () => {
  const { conversation } = open(playbooks, { time: 0, reports: { channel: 'phone' } });
  expect(() => conversation.review({ type: 'agentSings' } as unknown as IntendedAct)).toThrow('this is no act');
  expect(conversation.review({ type: 'agentSays', text: 'Good morning.' }).allowed).toBe(true);
});

test('a conversation goes on with the playbooks that it ran on, and no others', () => {
  const state = open(playbooks, { time: 0 }).conversation.save();
  expect(() => resume(prepare([document, other]), state)).toThrow(`ran on other playbooks: ${other.id}`);
  expect(() => resume(playbooks, {} as State)).toThrow('this is no saved conversation');
  expect(resume(playbooks, state).save()).toEqual(state);
});
