import { zoneNames } from '@poise/generator';
import { createPlaybookLanguage, cursorAt, type Offers, offersAt } from '@poise/language';
import type { IToken } from 'chevrotain';
import { type LangiumDocument, TextDocument, URI } from 'langium';
import { shippedSources } from '../../harness/shipped.ts';

const { playbook, shared } = createPlaybookLanguage({ today: '2026-11-22' });

/** The shipped playbooks as a workspace that has been built. */
export async function shippedWorkspace(): Promise<readonly LangiumDocument[]> {
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = shared.workspace;
  const documents = [...shippedSources()].map(([path, text]) =>
    LangiumDocumentFactory.fromString(text, URI.file(`/${path}`)),
  );
  for (const document of documents) LangiumDocuments.addDocument(document);
  await DocumentBuilder.build(documents, {});
  return documents;
}

/** What is offered at a place of a document's text as an author has just made it: its tree is still that of the old one. */
export function askedOf(document: LangiumDocument, text: string, offset: number): Offers {
  const textDocument = TextDocument.create(document.uri.toString(), 'playbook', 2, text);
  const asTyped = new Proxy(document, {
    get: (target, key) => (key === 'textDocument' ? textDocument : Reflect.get(target, key)),
  });
  return offersAt(asTyped as Parameters<typeof offersAt>[0], offset, playbook, zoneNames());
}

/** How long it takes to find out what may follow a text, in milliseconds. */
export function timeToRead(text: string): number {
  const start = performance.now();
  cursorAt(text, text.length, playbook);
  return performance.now() - start;
}

/** How many mistakes the parser finds. */
export function mistakesIn(text: string): readonly string[] {
  const { parserErrors } = playbook.parser.LangiumParser.parse(text);
  return parserErrors.map(({ message }) => message);
}

/** The words of a text. */
export function wordsOf(text: string): readonly IToken[] {
  return playbook.parser.Lexer.tokenize(text).tokens;
}

/** What a snippet comes to where nothing is typed at its tab stops: nothing if one of them can't stay empty. */
export function expanded(snippet: string): string | undefined {
  if (/(?<!")\$\{\d+\}/.test(snippet)) return undefined;
  return snippet
    .replace(/\$\{\d+\}/g, '')
    .replace(/\$\{\d+\|((?:\\.|[^,|\\])*)(?:\\.|[^|\\])*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\\(.)/g, '$1');
}
