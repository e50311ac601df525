import { open } from '@poise/runtime';
import { measureRuns } from '../../measuring/runs.ts';
import { readWorkload } from '../../measuring/workload.ts';
import { makeReady, mustBeSound } from '../play.ts';
import type { ConversationWorkload } from '../workload.ts';

// From the texts of all playbooks to the first guidance.
measureRuns((folder) => {
  const { documents, stories } = readWorkload<ConversationWorkload>(folder);
  const [story] = stories;
  if (!story) throw new Error('there is no scenario');
  return () => {
    const playbooks = makeReady(documents);
    mustBeSound(open(playbooks, story.opening).guidance);
    return playbooks.documents.length;
  };
});
