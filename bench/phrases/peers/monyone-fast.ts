import { AhoCorasick } from '@monyone/aho-corasick/fast';
import { measurePhrases } from '../measure.ts';
import { indicesOf, WholeWords } from '../whole-words.ts';

measurePhrases((phrases) => {
  const indices = indicesOf(phrases);
  const search = new AhoCorasick([...phrases]);
  return (message) => {
    const text = message.toLowerCase();
    const found = new WholeWords(text);
    for (const { begin, end, keyword } of search.matchInText(text)) found.add(begin, end, () => indices.get(keyword));
    return found.phrases;
  };
});
