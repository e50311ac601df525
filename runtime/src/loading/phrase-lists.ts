import type { Phrase } from '../generated/format.ts';
import type { Checking } from './known.ts';
import { placed } from './parts.ts';
import { Path } from './path.ts';

/** Phrases are of words, with gaps only between them: what else matches could be found anywhere. */
export function checkPhraseLists(checking: Checking): void {
  for (const [index, list] of checking.playbook.phrases.entries()) {
    const path = Path.ROOT.at('phrases', index);
    placed(checking, list, path);
    for (const part of ['phrases', 'except'] as const) {
      for (const [place, phrase] of list[part].entries())
        checkPhrase(checking, phrase, path.at(part, place, 'sequence'));
    }
  }
}

function checkPhrase({ report }: Checking, { sequence }: Phrase, path: Path): void {
  let afterGap = true;
  for (const [index, element] of sequence.entries()) {
    const isGap = 'gap' in element;
    const place = path.at(index);
    if (isGap && (afterGap || index === sequence.length - 1))
      report('bad-phrase', { what: 'a gap stands between two words or kinds of text, which is not so here' }, place);
    if ('words' in element && element.words.length === 0 && element.prefixes.length === 0)
      report('bad-phrase', { what: 'this word has neither `words` nor `prefixes`, so nothing could match it' }, place);
    afterGap = isGap;
  }
}
