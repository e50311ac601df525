import AhoCorasick from 'modern-ahocorasick';
import { measurePhrases } from '../measure.ts';
import { WholeWords } from '../whole-words.ts';

measurePhrases((phrases) => {
  const search = new AhoCorasick(phrases);
  return (message) => {
    const text = message.toLowerCase();
    const found = new WholeWords(text);
    for (const { start, end, patternIndex } of search.search(text)) found.add(start, end, () => patternIndex);
    return found.phrases;
  };
});
