import { checkAgainAndAgain, openWithNonsense, TypedName } from '../editing.ts';
import type { AloneFigure } from '../figures.ts';
import { measureInEditor } from '../measure.ts';
import type { AloneWork } from '../work.ts';

// One file by itself.
measureInEditor<AloneWork, AloneFigure>(async (editor, { reference, times }) => {
  const { foundAt, takeAway } = await openWithNonsense(editor, reference.path);
  await takeAway();
  const edit = await checkAgainAndAgain(new TypedName(editor, reference), times);
  const found = foundAt - editor.started;
  return { found: 1, figures: { found, 'edit median': edit.median, 'edit p95': edit.p95 } };
});
