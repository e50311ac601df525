import { ast, linesOf, stepAfter, textValue, writtenWords } from '@poise/language';
import type { Hint } from './hint.ts';
import { locationOf } from './location.ts';

/** Where the conversation goes when a step is finished, behind its last line: `→ own_it`. Nothing behind a step that says so itself. */
export function hintOfStep(step: ast.Step): Hint[] {
  const next = stepAfter(step);
  const behind = (step.items.at(-1) ?? step).$cstNode;
  if (!behind || !next?.name) return [];
  const title = next.title ? `Then comes “${textValue(next.title)}”.` : `Then comes ${next.name}.`;
  const [skip] = linesOf(next, ast.isSkipWhen);
  const tooltip = skip ? `${title} It is passed over ${whenIn(skip)}.` : title;
  return [{ behind, label: [{ text: `→ ${next.name}`, tooltip, location: locationOf(next) }] }];
}

/** `when choice is known`, as it is written. */
function whenIn(skip: ast.SkipWhen): string {
  return writtenWords(skip.$cstNode).replace(/^skip /, '');
}
