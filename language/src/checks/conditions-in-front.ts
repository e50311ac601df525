import type * as ast from '../generated/ast.ts';
import { conditionsInFront } from '../structure/conditions-in-front.ts';
import { LINE_WORDS } from '../structure/placement.ts';
import type { Check } from './check.ts';

/** A condition ends the line that it belongs to: it isn't laid out as if it were the next one's. */
export const conditionsMustEndTheirLine: Check<ast.PlaybookFile> = (file, { report }) => {
  for (const member of file.members) {
    for (const { word, above, next, isBefore } of conditionsInFront(member)) {
      const lines = { above: LINE_WORDS[above.$type], next: LINE_WORDS[next.$type] };
      report(isBefore ? 'condition-in-front' : 'misaligned-condition', lines, { node: above, range: word.range });
    }
  }
};
