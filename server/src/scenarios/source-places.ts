import type { ScenarioLine } from '@poise/generator/scenarios';
import type { LangiumDocuments, URI } from 'langium';
import type { DocumentRange } from '../protocol/ranges.ts';
import type { SourcePlace } from '../protocol/scenarios.ts';

/** Finds places that compiled playbooks tell in the files that an editor has. */
export class SourcePlaces {
  private readonly documents: LangiumDocuments;
  private readonly beside: URI;

  /** @param beside a file of the same workspace */
  constructor(documents: LangiumDocuments, beside: URI) {
    this.documents = documents;
    this.beside = beside;
  }

  /** Of a path as compiled playbooks have it. */
  uriOf(path: string): URI {
    return this.beside.with({ path: `/${path}` });
  }

  /** Nothing says where a rule ends: it is taken for the rest of its line. */
  of({ file, line, column }: ScenarioLine['at']): SourcePlace {
    const uri = this.uriOf(file);
    return { uri: uri.toString(), range: this.restOfLine(uri, line - 1, column - 1) };
  }

  private restOfLine(uri: URI, line: number, character: number): DocumentRange {
    const start = { line, character };
    const rest = this.documents
      .getDocument(uri)
      ?.textDocument.getText({ start, end: { line: line + 1, character: 0 } });
    return { start, end: { line, character: character + (rest ?? '').trimEnd().length } };
  }
}
