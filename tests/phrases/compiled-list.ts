import { compilePhrase } from '../../generator/src/phrases.ts';
import type { CompiledPhrase, CompiledPhraseList } from '../../runtime/src/phrases/index.ts';

/** Compiles a list of phrases as their author wrote them; a phrase with a problem is a mistake in the test. */
export function compiledList(phrases: readonly string[], except: readonly string[] = []): CompiledPhraseList {
  return { phrases: phrases.flatMap(compiled), except: except.flatMap(compiled) };
}

function compiled(text: string): readonly CompiledPhrase[] {
  const { phrases, problems } = compilePhrase(text);
  if (problems.length > 0) throw new Error(`"${text}": ${JSON.stringify(problems)}`);
  return phrases;
}
