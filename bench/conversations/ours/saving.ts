/// <reference types="node" />
import { isDeepStrictEqual } from 'node:util';
import { resume, type State } from '@poise/runtime';
import { tell, told } from '../../measuring/child.ts';
import { medianOfLaterHalf } from '../../measuring/samples.ts';
import { readWorkload } from '../../measuring/workload.ts';
import type { SavedFigure } from '../figures.ts';
import { makeReady, playHalf } from '../play.ts';
import type { ConversationWorkload } from '../workload.ts';

// Each scenario in its middle: saved as JSON, and resumed from that.
const { folder, repeatFor } = told();
const { documents, stories } = readWorkload<ConversationWorkload>(folder);
const playbooks = makeReady(documents);
const conversations = stories.map((story) => playHalf(playbooks, story));

const saved = conversations.map((conversation) => JSON.stringify(conversation.save()));
const resumed = saved.map((text) => resume(playbooks, JSON.parse(text) as State));
const found = resumed.filter((conversation, index) => {
  return isDeepStrictEqual(conversation.guidance(), conversations[index]?.guidance());
}).length;

const times: number[] = [];
const end = performance.now() + repeatFor;
while (times.length < 2 || performance.now() < end) {
  const start = performance.now();
  for (const conversation of conversations) resume(playbooks, JSON.parse(JSON.stringify(conversation.save())) as State);
  times.push(((performance.now() - start) * 1000) / conversations.length);
}
const bytes = saved.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / saved.length;
tell<SavedFigure>({ found, figures: { bytes, took: medianOfLaterHalf(times) } });
