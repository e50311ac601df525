import type { Sources } from '../corpus/template.ts';
import { type Fault, HERE, here, type Planted, planted } from './fault.ts';
import { linesOf, type Page, pagesOf, playbooksIn, type Section, sectionsOf } from './page.ts';
import { phrasesOf, wordsLike } from './phrases.ts';

/** A boundary more, at the end of a file. */
function boundary(page: Page, rule: string) {
  return { line: page.lines.length, put: ['', `${HERE}boundary planted "No, never"`, `${HERE}  ${rule}`] };
}

/** The lines of all steps, as written. */
function stepLines(page: Page): readonly (readonly [text: string, line: number, step: Section])[] {
  return sectionsOf(page, 'step').flatMap((step) =>
    linesOf(page, step).map(([text, line]) => [text, line, step] as const),
  );
}

function rules(page: Page): readonly (readonly [text: string, line: number])[] {
  return sectionsOf(page, 'boundary').flatMap((one) => linesOf(page, one));
}

function* forbidden(sources: Sources, pattern: RegExp, rule: (name: string) => string): Iterable<Planted> {
  for (const page of playbooksIn(sources)) {
    for (const [text, line] of stepLines(page)) {
      const [, name] = pattern.exec(text) ?? [];
      if (name !== undefined) yield planted(sources, page, here(page, line), boundary(page, rule(name)));
    }
  }
}

/** Where a reaction is shut out for good. */
function* shutOut(sources: Sources, reaction: RegExp, act: string): Iterable<Planted> {
  for (const page of pagesOf(sources)) {
    for (const [text, line] of rules(page)) {
      if (reaction.test(text)) yield planted(sources, page, here(page, line), boundary(page, `never ${act}`));
    }
  }
}

export const BOUNDARY_FAULTS: readonly Fault[] = [
  {
    name: 'words that a rule of the house forbids',
    codes: ['forbidden-phrase'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        const [step] = sectionsOf(page, 'step').slice(-1);
        const used = pagesOf(sources).filter((one) => one === page || page.lines.some((line) => uses(page, line, one)));
        for (const where of used) {
          for (const [text] of rules(where)) {
            const [, name] = /^\s+never say (\w+)$/.exec(text) ?? [];
            const list = used
              .flatMap((one) => sectionsOf(one, 'phrases').map((section) => ({ one, section })))
              .find(({ section }) => section.name === name);
            if (!step || !list) continue;
            for (const [phrase] of phrasesOf(list.one, list.section)) {
              const words = wordsLike(phrase);
              if (words === undefined) continue;
              yield planted(sources, page, { line: step.end, put: [`${HERE}  say "Well, ${words}, as they say."`] });
            }
          }
        }
      }
    },
  },
  {
    name: 'an offer that may never be made',
    codes: ['forbidden-line', 'contradicting-rules'],
    plant: (sources) => forbidden(sources, /^\s+offer (?:on [\w, ]+? )?(\w+) +"/, (name) => `never offer ${name}`),
  },
  {
    name: 'an action that may never be done',
    codes: ['forbidden-line', 'contradicting-rules'],
    plant: (sources) =>
      forbidden(sources, /^\s+do +(?:on [\w, ]+? )?(?!on )([a-z]\w*)(?:$| when| unless)/, (name) => `never do ${name}`),
  },
  {
    name: 'a question that may never be asked',
    codes: ['forbidden-line', 'contradicting-rules'],
    plant: (sources) => forbidden(sources, /^\s+ask +(?!on )(\w+)/, (name) => `never ask ${name}`),
  },
  {
    name: 'an offer above what may be offered',
    codes: ['beyond-authority'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        for (const [text] of rules(page)) {
          const [, name, limit] = /^\s+never offer (\w+) over (\d+) [A-Z]{3}(?: in total)?$/.exec(text) ?? [];
          for (const [offer, line] of stepLines(page)) {
            const [, offered] = /^\s+offer (?:on [\w, ]+? )?(\w+) +"/.exec(offer) ?? [];
            if (!name || offered === undefined || (name !== offered && name !== 'anything')) continue;
            const more = offer.replace(/worth (?:up to )?\d+ /, `worth ${Number(limit) + 1} `);
            if (more !== offer) yield planted(sources, page, { line, remove: 1, put: [`${HERE}${more}`] });
          }
        }
      }
    },
  },
  {
    name: 'a warning that is never allowed',
    codes: ['shut-out-reaction'],
    plant: (sources) => shutOut(sources, /^\s+(?:first|second|third) time +warn|^\s+then +warn/, 'warn'),
  },
  {
    name: 'an end that is never allowed',
    codes: ['shut-out-reaction'],
    plant: (sources) => shutOut(sources, /^\s+(?:\w+ time|then) +end conversation/, 'end conversation'),
  },
  {
    name: 'a handover that is never allowed',
    codes: ['shut-out-reaction'],
    plant: (sources) => shutOut(sources, /^\s+(?:\w+ time|then) +escalate/, 'escalate'),
  },
  {
    name: 'what is demanded and forbidden at once',
    codes: ['contradicting-rules'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        for (const [text, line] of rules(page)) {
          const [, act, name] = /^\s+always (offer|say) (\w+)\b/.exec(text) ?? [];
          if (!act || !name) continue;
          if (act === 'say' && !sectionsOf(page, 'phrases').some((list) => list.name === name)) continue;
          yield planted(sources, page, here(page, line), boundary(page, `never ${act} ${name}`));
        }
      }
    },
  },
  {
    name: 'a warning and an end for the same thing',
    codes: ['contradicting-rules'],
    *plant(sources) {
      for (const page of pagesOf(sources)) {
        for (const section of sectionsOf(page, 'boundary')) {
          const [cause] = linesOf(page, section).filter(([text]) => /^\s+each time /.test(text));
          const first = linesOf(page, section).find(([text]) => /^\s+first time +warn/.test(text));
          if (!cause || !first) continue;
          const put = [
            '',
            `${HERE}boundary planted "The end"`,
            `${HERE}${cause[0]}`,
            `${HERE}  first time end conversation`,
          ];
          yield planted(sources, page, here(page, section.first), here(page, cause[1]), here(page, first[1]), {
            line: page.lines.length,
            put,
          });
        }
      }
    },
  },
];

/** Whether a line uses another file, as the corpus and the shipped playbooks do: by a path from the folder of the file. */
function uses(page: Page, line: string, other: Page): boolean {
  const [, path] = /^use "([^"]+)"/.exec(line) ?? [];
  return path !== undefined && other.file === page.file.replace(/[^/]*$/, path);
}
