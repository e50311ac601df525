import { checkAgainAndAgain, completeAgainAndAgain, TypedName } from '../editing.ts';
import type { AmongFigure, ExtraFigure } from '../figures.ts';
import { editHub, findReferences, findSymbols, openHub, rename } from '../hub.ts';
import { measureInEditor } from '../measure.ts';
import { openAmong } from '../opening.ts';
import type { AmongWork } from '../work.ts';

// One file after the other among many, and what concerns all of them.
measureInEditor<AmongWork, AmongFigure>(async (editor, work) => {
  const { server, files, small, large, times } = work;
  const { found, foundInAll, proved, takeAway } = await openAmong(editor, work);
  const { resident } = await editor.memory();
  await takeAway();

  const smallName = new TypedName(editor, small);
  const smallEdit = await checkAgainAndAgain(smallName, times);
  const { asTyped, atRest } = await completeAgainAndAgain(smallName, times);
  await editor.close(small.path);
  await editor.open(large.path);
  const largeEdit = await checkAgainAndAgain(new TypedName(editor, large), times);
  await editor.close(large.path);

  await openHub(editor, work);
  const hub = await editHub(editor, work);
  const references = await findReferences(editor, work);
  const renamed = await rename(editor, work);
  const extras: Partial<Record<ExtraFigure, number>> = {
    ...(server.tellsOfAll && { 'found in all': foundInAll, 'hub all': hub.all }),
    ...(server.proves && { proved }),
    ...(server.findsSymbols && { symbols: await findSymbols(editor, work) }),
  };
  const figures = {
    found,
    'small median': smallEdit.median,
    'small p95': smallEdit.p95,
    'large median': largeEdit.median,
    'large p95': largeEdit.p95,
    'as typed median': asTyped.median,
    'as typed p95': asTyped.p95,
    'at rest median': atRest.median,
    'at rest p95': atRest.p95,
    'hub open': hub.open,
    references,
    rename: renamed,
    residentMemory: resident,
    ...extras,
  };
  return { found: files.length, figures };
});
