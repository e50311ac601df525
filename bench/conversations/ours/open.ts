/// <reference types="node" />
import type { Conversation } from '@poise/runtime';
import { tell, told } from '../../measuring/child.ts';
import { quantile } from '../../measuring/samples.ts';
import { readWorkload } from '../../measuring/workload.ts';
import type { OpenFigure } from '../figures.ts';
import { halfOf, makeReady, mustBeSound, playHalf } from '../play.ts';
import type { ConversationWorkload, Story } from '../workload.ts';

// So many conversations, each in the middle of a scenario; then one more turn in each of them.
const { folder, args } = told();
const count = Number(args[0]);
const { documents, stories } = readWorkload<ConversationWorkload>(folder);
const playbooks = makeReady(documents);
const texts = stories.map((story) => JSON.stringify(story));
/** Each has what happens in it for itself, as if it had come over a wire: nothing that it remembers is shared by chance. */
const storyOf = (index: number) => JSON.parse(texts[index % texts.length] ?? '') as Story;

// What all of them share is there before any is counted.
for (const story of stories) playHalf(playbooks, story);
const opened = new Array<Conversation>(count);
const before = heap();
for (let index = 0; index < count; index++) opened[index] = playHalf(playbooks, storyOf(index));
const bytesEach = (heap() - before) / count;

const times = opened.map((conversation, index) => {
  const { events } = storyOf(index);
  const next = events[halfOf(events)];
  if (!next) throw new Error('nothing happens in a scenario');
  const start = performance.now();
  const guidance = conversation.handle(next);
  const took = (performance.now() - start) * 1000;
  mustBeSound(guidance);
  return took;
});
tell<OpenFigure>({
  found: opened.length,
  figures: {
    bytesEach,
    residentMemory: process.memoryUsage.rss(),
    'all median': quantile(times, 0.5),
    'all p99': quantile(times, 0.99),
  },
});

/** Bytes that are used once nothing is left to be collected. */
function heap(): number {
  if (!gc) throw new Error('this needs --expose-gc');
  gc();
  gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
