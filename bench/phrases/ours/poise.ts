import { phraseIndex, wordsOf } from '@poise/runtime';
import { measurePhrases } from '../measure.ts';

// As the engine has them: each phrase a list of its own, found with its place.
measurePhrases((phrases) => {
  const lists = phrases.map((text) => {
    const sequence = wordsOf(text).map((word) => ({ words: [word.text], prefixes: [] }));
    return { phrases: [{ text, sequence }], except: [] };
  });
  const index = phraseIndex(lists);
  return (message) => index.find(message).map(({ list }) => list);
});
