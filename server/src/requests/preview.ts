import { pathOf } from '@poise/generator';
import { guideOf } from '@poise/generator/guide';
import { type ast, headingOf } from '@poise/language';
import type { LangiumDocument } from 'langium';
import { PREVIEW, type PreviewAnswer, type PreviewFile, type PreviewParams } from '../protocol/preview.ts';
import { answer } from './answer.ts';
import { currentDocument } from './current-document.ts';
import type { ServerParts } from './index.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** Answers what a playbook looks like as a card. */
export function answerPreviews({ connection, shared, playbook, compiled }: ServerParts): void {
  answer(connection, PREVIEW, async ({ uri }: PreviewParams, token): Promise<PreviewAnswer> => {
    const document = await currentDocument(uri, token, { shared, playbook });
    if (!document) return { kind: 'unknown' };
    const heading = headingOf(document.parseResult.value);
    const partial = compiled.partial(document);
    if (!partial) return { kind: heading ? 'nameless' : 'library' };
    const guide = guideOf(partial);
    const closure = new Map(playbook.Workspace.closureOf(document).map((used) => [pathOf(used), used]));
    const files = guide.files.flatMap((path) => {
      const file = closure.get(path);
      return file ? [previewFile(file)] : [];
    });
    return { kind: 'guide', guide, files };
  });
}

function previewFile({ uri, parseResult }: Source): PreviewFile {
  const heading = headingOf(parseResult.value)?.$cstNode?.range.start.line;
  return {
    uri: uri.toString(),
    parts: parseResult.value.members.flatMap(({ $cstNode }) =>
      $cstNode ? [[$cstNode.range.start.line + 1, $cstNode.range.end.line + 1] as const] : [],
    ),
    ...(heading !== undefined && { heading: heading + 1 }),
  };
}
