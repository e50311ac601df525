import FastScanner from 'fastscan';
import { measurePhrases } from '../measure.ts';
import { indicesOf, WholeWords } from '../whole-words.ts';

measurePhrases((phrases) => {
  const indices = indicesOf(phrases);
  const search = new FastScanner([...phrases]);
  return (message) => {
    const text = message.toLowerCase();
    const found = new WholeWords(text);
    for (const [start, phrase] of search.search(text))
      found.add(start, start + phrase.length, () => indices.get(phrase));
    return found.phrases;
  };
});
