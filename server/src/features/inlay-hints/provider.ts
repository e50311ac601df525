import { ast, visitNodes } from '@poise/language';
import type { AstNode, LangiumDocument } from 'langium';
import type { InlayHintProvider } from 'langium/lsp';
import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { requireRead } from '../read-text.ts';
import { hintOfClock, hintOfHours, hintsOfClosedDays } from './days.ts';
import { hintOfDuration, hintOfNumber } from './durations.ts';
import type { Hint } from './hint.ts';
import { hintOfStep } from './steps.ts';
import { hintOfTeam } from './teams.ts';

/** Says behind the words of a playbook what follows from others: how long that is, who is asked while a team is closed, which step is next. */
export class WhatFollows implements InlayHintProvider {
  /** @throws ResponseError while the text is newer than the tree */
  getInlayHints(document: LangiumDocument, { range }: InlayHintParams): InlayHint[] {
    requireRead(document);
    const from = document.textDocument.offsetAt(range.start);
    const to = document.textDocument.offsetAt(range.end);
    const hints: InlayHint[] = [];
    const visit = (node: AstNode): void => {
      for (const { behind, label } of hintsOf(node)) {
        if (behind.end < from || behind.end > to) continue;
        const parts = label.map(({ text, tooltip, location }) => ({
          value: text,
          ...(tooltip !== undefined && { tooltip }),
          ...(location && { location }),
        }));
        hints.push({ position: behind.range.end, label: parts, paddingLeft: true });
      }
    };
    for (const member of (document.parseResult.value as ast.PlaybookFile).members) {
      const { offset = 0, end = 0 } = member.$cstNode ?? {};
      if (end >= from && offset <= to) visitNodes(member, visit);
    }
    return hints;
  }
}

function hintsOf(node: AstNode): Hint[] {
  if (ast.isDuration(node)) return hintOfDuration(node);
  if (ast.isNumberLiteral(node)) return hintOfNumber(node);
  if (ast.isEscalateTo(node) || ast.isConsult(node) || ast.isRung(node)) return hintOfTeam(node);
  if (ast.isOpeningHours(node)) return hintOfHours(node);
  if (ast.isClosedDays(node)) return hintsOfClosedDays(node);
  if (ast.isClockFact(node)) return hintOfClock(node);
  return ast.isStep(node) ? hintOfStep(node) : [];
}
