import type { Memory } from '../client.ts';
import { TypedName } from '../editing.ts';
import type { MemoryFigure } from '../figures.ts';
import { measureInEditor } from '../measure.ts';
import { openAmong } from '../opening.ts';
import type { TypingWork } from '../work.ts';
import { NOWHERE } from '../workspaces/workspace.ts';

/** So many edits at a time come faster than anything can be told. */
const AT_ONCE = 10;

// Somebody types for a long time in one file among many.
measureInEditor<TypingWork, MemoryFigure>(
  async (editor, work) => {
    const { takeAway } = await openAmong(editor, work);
    const atFirst = await editor.memory();
    await takeAway();
    const name = new TypedName(editor, work.small);
    let edits = 0;
    /** Types until there have been so many edits, and after every ten waits until it is told what has come of them. */
    const typeUntil = async (count: number): Promise<Memory> => {
      while (edits < count) {
        edits++;
        const next = edits % (2 * AT_ONCE) === 0 ? name.place.name : `${NOWHERE}_${edits}`;
        await (edits % AT_ONCE === 0 ? name.check(next) : name.type(next));
      }
      return editor.memory();
    };
    const afterFew = await typeUntil(work.fewEdits);
    const afterMany = await typeUntil(work.manyEdits);
    const figures = {
      'residentMemory at first': atFirst.resident,
      'liveMemory at first': atFirst.live,
      'residentMemory after few': afterFew.resident,
      'liveMemory after few': afterFew.live,
      'residentMemory after many': afterMany.resident,
      'liveMemory after many': afterMany.live,
    };
    return { found: work.files.length, figures };
  },
  ['--expose-gc'],
);
