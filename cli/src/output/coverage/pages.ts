import { type Coverage, type CoverageItem, isCovered, missedWords } from '@poise/generator/coverage';

/** What the pages say of code, and what it is here. And the time of day goes: the same scenarios give the same bytes. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/(istanbul<\/a>)\s+at \d{4}-\d\d-\d\dT[\d:.]+Z/g, '$1'],
  [/Code coverage (report|generated)/g, 'Coverage $1'],
  [/(>)Statements(<)/g, '$1Rules and lines$2'],
  [/(>)Functions(<)/g, '$1Steps$2'],
  [/(>)Branches(<)/g, '$1Ways and limits$2'],
  [/(>)Lines(<)/g, '$1Lines of text$2'],
  [/to the next uncovered block/g, 'to the next place that is not covered'],
  [/the previous block/g, 'the previous one'],
];

/**
 * A page as the library makes it, for somebody who reads playbooks. Where it marks something, its title says what isn't covered there.
 *
 * @param path the page's, from the folder of the report
 */
export function pageInOurWords(path: string, page: string, { items }: Coverage): string {
  const text = WORDS.reduce((changed, [pattern, words]) => changed.replace(pattern, words), page);
  const [head, source, ...tail] = text.split(/(?<=<pre class="prettyprint lang-js">)|(?=<\/pre><\/td>)/);
  if (source === undefined || tail.length === 0) return text;
  const missed = items.filter((item) => !isCovered(item) && item.at.file === fileOf(path, items));
  const lines = source.split('\n').map((line, index) =>
    withTitles(
      line,
      missed.filter(({ at }) => at.line === index + 1),
    ),
  );
  return [head, lines.join('\n'), ...tail].join('');
}

/** The library leaves out what the paths of all files begin with: of those that end alike, the shortest is it. */
function fileOf(path: string, items: readonly CoverageItem[]): string | undefined {
  const end = path.replace(/\.html$/, '');
  return items
    .map(({ at }) => at.file)
    .filter((file) => file === end || file.endsWith(`/${end}`))
    .reduce<string | undefined>(
      (best, file) => (best === undefined || file.length < best.length ? file : best),
      undefined,
    );
}

function withTitles(line: string, missed: readonly CoverageItem[]): string {
  const title = attribute(missed.map(missedWords).join('\n'));
  return line.replace(/ title="(?:statement|function|branch) not covered" /g, () => ` title="${title}"`);
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('\n', '&#10;');
}
