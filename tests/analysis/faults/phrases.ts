import type { Sources } from '../corpus/template.ts';
import { type Fault, HERE, type Planted, planted } from './fault.ts';
import { linesOf, type Page, pagesOf, type Section, sectionsOf, textOf, withoutTexts } from './page.ts';

/** The phrases of a list, without those of its `except`, and each with the line in which it stands. */
export function phrasesOf(page: Page, list: Section): readonly (readonly [phrase: string, line: number])[] {
  const found: (readonly [string, number])[] = [];
  const [head = ''] = [page.lines[list.first]];
  const rest = /^phrases \w+(?: +"[^"]*")? *:(.*)$/.exec(head)?.[1] ?? '';
  for (const [line, number] of [[rest, list.first] as const, ...linesOf(page, list)]) {
    const [wanted = '', excepted] = line.split(/\bexcept\b/);
    for (const [, phrase = ''] of wanted.matchAll(/"([^"]*)"/g)) found.push([phrase, number]);
    if (excepted !== undefined) break;
  }
  return found;
}

/** Words in which a phrase is found; nothing where it holds kinds of text that are hard to make up. */
export function wordsLike(phrase: string): string | undefined {
  const KINDS: Readonly<Record<string, string>> = {
    '<time>': '5 pm',
    '<duration>': 'two days',
    '<date>': 'next Monday',
    '<number>': '7',
    '<email>': 'help@example.com',
  };
  const words = phrase
    .split(/\s+/)
    .filter((word) => word !== '...')
    .map((word) => (word.startsWith('<') ? KINDS[word] : word.split('/')[0]?.replace('*', '').replaceAll('-', ' ')));
  return words.some((word) => word === undefined) ? undefined : words.join(' ');
}

/** Whether one phrase of a list is enough to start the playbook on whose page the list stands. */
function starts(page: Page, list: Section): boolean {
  const enough = new RegExp(`^\\s+when customer says (?:.*, *)?${list.name}(?=$|,| or )`, 'm');
  return sectionsOf(page, 'trigger').some((trigger) => {
    const text = withoutTexts(textOf(page, trigger));
    return enough.test(text) && !/ and |\(/.test(text);
  });
}

/** A list with one more phrase, in front. */
function* oneMore(
  sources: Sources,
  phrase: (list: readonly string[]) => string | undefined,
  isMeant: (page: Page, list: Section) => boolean = () => true,
): Iterable<Planted> {
  for (const page of pagesOf(sources)) {
    for (const list of sectionsOf(page, 'phrases').filter((one) => isMeant(page, one))) {
      const more = phrase(phrasesOf(page, list).map(([text]) => text));
      const head = page.lines[list.first] ?? '';
      if (more === undefined || !/^phrases \w+(?: +"[^"]*")? *:/.test(head)) continue;
      const at = head.indexOf(':', head.lastIndexOf('"') < head.indexOf(':') ? 0 : head.search(/(?<=\w|") *:/)) + 1;
      yield planted(sources, page, {
        line: list.first,
        remove: 1,
        put: [
          head.slice(0, at),
          `${HERE}  "${more}",`,
          ...(head.slice(at).trim() === '' ? [] : [`  ${head.slice(at).trim()}`]),
        ],
      });
    }
  }
}

export const PHRASE_FAULTS: readonly Fault[] = [
  {
    name: 'a phrase of one short word',
    codes: ['short-phrase'],
    plant: (sources) => oneMore(sources, () => 'no', starts),
  },
  {
    name: 'a phrase that stands in any message',
    codes: ['general-phrase'],
    plant: (sources) => oneMore(sources, () => 'please', starts),
  },
  {
    name: 'a phrase longer than another one',
    codes: ['covered-phrase'],
    plant: (sources) =>
      oneMore(sources, (phrases) => {
        const words = phrases[0] === undefined || phrases[0].includes('<') ? undefined : wordsLike(phrases[0]);
        return words === undefined ? undefined : `purple ${words}`;
      }),
  },
  {
    name: 'a phrase that its own exception takes away',
    codes: ['excepted-phrase'],
    *plant(sources) {
      for (const page of pagesOf(sources)) {
        for (const list of sectionsOf(page, 'phrases')) {
          const [first] = phrasesOf(page, list);
          if (!first || /[</]/.test(first[0])) continue;
          const hasExceptions = /\bexcept\b/.test(textOf(page, list));
          const last = page.lines[list.end - 1] ?? '';
          const more = hasExceptions ? `${last}, "${first[0]}"` : `${last} except "${first[0]}"`;
          const isHere = first[1] === list.end - 1;
          yield planted(
            sources,
            page,
            { line: list.end - 1, remove: 1, put: [`${HERE}${more}`] },
            ...(isHere ? [] : [{ line: first[1], remove: 1, put: [`${HERE}${page.lines[first[1]]}`] }]),
          );
        }
      }
    },
  },
];
