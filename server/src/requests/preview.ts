import { pathOf } from '@poise/generator';
import { guideOf } from '@poise/generator/guide';
import { type ast, headingOf, isRead } from '@poise/language';
import { DocumentState, type LangiumDocument, URI } from 'langium';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { PREVIEW, type PreviewAnswer, type PreviewFile, type PreviewParams } from '../protocol/preview.ts';
import { answer } from './answer.ts';
import type { ServerParts } from './index.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** Answers what a playbook looks like as a card. */
export function answerPreviews({ connection, shared, playbook, compiled }: ServerParts): void {
  answer(connection, PREVIEW, async ({ uri }: PreviewParams, token): Promise<PreviewAnswer> => {
    const { DocumentBuilder, LangiumDocuments, WorkspaceManager } = shared.workspace;
    await WorkspaceManager.ready;
    const place = URI.parse(uri);
    if (!LangiumDocuments.hasDocument(place)) return { kind: 'unknown' };
    await DocumentBuilder.waitUntil(DocumentState.Validated, place, token);
    const document = LangiumDocuments.getDocument(place) as Source | undefined;
    if (!document) return { kind: 'unknown' };
    const { Workspace } = playbook;
    // The editor tells of the build that follows, which asks again then.
    if (!Workspace.closureOf(document).every(isRead))
      throw new ResponseError(LSPErrorCodes.ContentModified, 'this file is being read');
    const heading = headingOf(document.parseResult.value);
    const partial = compiled.partial(document);
    if (!partial) return { kind: heading ? 'nameless' : 'library' };
    const guide = guideOf(partial);
    const closure = new Map(Workspace.closureOf(document).map((used) => [pathOf(used), used]));
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
