/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { EmptyFileSystem, URI } from 'langium';
import { createLangiumGrammarServices } from 'langium/grammar';

/** The grammar of the plain Langium server, as JSON: what Langium generates from a grammar holds the same. @throws Error where something is wrong with it */
export async function plainGrammar(): Promise<string> {
  const { grammar } = createLangiumGrammarServices(EmptyFileSystem);
  const { DocumentBuilder, LangiumDocumentFactory } = grammar.shared.workspace;
  const text = readFileSync(new URL('peers/plain.langium', import.meta.url), 'utf8');
  const document = LangiumDocumentFactory.fromString(text, URI.parse('memory:/plain.langium'));
  await DocumentBuilder.build([document], { validation: true });
  const [wrong] = document.diagnostics ?? [];
  if (wrong) throw new Error(`plain.langium: ${wrong.message}`);
  return grammar.serializer.JsonSerializer.serialize(document.parseResult.value);
}
