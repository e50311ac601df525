import { type CheckSettings, createPlaybookLanguage, type Finding, findingsOf } from '@poise/language';
import { URI } from 'langium';

const PLACE = URI.parse('playbook:///main.playbook');

/**
 * Checks any number of texts, one after the other, each by itself and as if no other file were there: for tests that need thousands of small
 * variants and ask only what is said of the text's own form.
 */
export function textChecker(settings: CheckSettings = {}): (text: string) => Promise<readonly Finding[]> {
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } =
    createPlaybookLanguage(settings).shared.workspace;
  return async (text) => {
    const document = LangiumDocumentFactory.fromString(text, PLACE);
    LangiumDocuments.addDocument(document);
    await DocumentBuilder.build([document], { validation: true });
    const findings = findingsOf(document);
    await DocumentBuilder.update([], [PLACE]);
    return findings;
  };
}
