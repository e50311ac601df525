import { type ast, readString } from '@poise/language';
import { compilePhrase, type PhraseCompilation } from './phrases.ts';

const known = new WeakMap<ast.Phrase, PhraseCompilation>();
const UNREADABLE: PhraseCompilation = { phrases: [], problems: [] };

/** What a phrase of a file compiles to, worked out once. Nothing where a quote is missing: nobody knows then where the phrase ends. */
export function compilationOf(phrase: ast.Phrase): PhraseCompilation {
  let compilation = known.get(phrase);
  if (!compilation) {
    const { text, problems } = readString(phrase.text);
    compilation = problems.length > 0 ? UNREADABLE : compilePhrase(text);
    known.set(phrase, compilation);
  }
  return compilation;
}
