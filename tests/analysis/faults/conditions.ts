import type { Sources } from '../corpus/template.ts';
import { type Fault, HERE, type Planted, planted } from './fault.ts';
import { linesOf, type Page, pagesOf, type Section, withoutTexts } from './page.ts';

/** A condition that stands on one line to its end, without `unless`. */
export interface OneLineCondition {
  readonly section: Section;
  readonly line: number;
  /** The line up to the condition. */
  readonly before: string;
  readonly text: string;
}

const GOES_ON = /^\s*(?:or|and|unless|"|\()/;

/** The conditions of a page that stand on one line, after `when`. Those of scenarios and `until` are no conditions of rules. */
export function oneLineConditions(page: Page): readonly OneLineCondition[] {
  return page.sections
    .filter(({ kind }) => kind !== 'scenario' && kind !== 'trend')
    .flatMap((section) =>
      [[page.lines[section.first] ?? '', section.first] as const, ...linesOf(page, section)].flatMap(
        ([line, number]) => {
          const bare = withoutTexts(line);
          const start = bare.search(/\bwhen /) + 'when '.length;
          const goesOn = GOES_ON.test(page.lines[number + 1] ?? '');
          if (start < 'when '.length || goesOn || /\bunless\b|\/\//.test(bare)) return [];
          return [{ section, line: number, before: line.slice(0, start), text: line.slice(start) }];
        },
      ),
    );
}

const AMOUNT = String.raw`(-?[\d.]+(?: [a-z]+| [A-Z]{3})?|\d{4}-\d\d-\d\d)(?= and |$)`;

/** A question, and the one that has the other answer wherever both have one. */
const OPPOSITES: readonly (readonly [question: RegExp, opposite: string])[] = [
  [new RegExp(`^(\\w+) is at least ${AMOUNT}`), '$1 is less than $2'],
  [new RegExp(`^(\\w+) is at most ${AMOUNT}`), '$1 is more than $2'],
  [new RegExp(`^(\\w+) is less than ${AMOUNT}`), '$1 is at least $2'],
  [new RegExp(`^(\\w+) is more than ${AMOUNT}`), '$1 is at most $2'],
  [/^(\w+) is (?!at |one |not |more |less |known|open)([a-z]\w*)(?= and |$)/, '$1 is not $2'],
  [/^(\w+) is known(?= and |$)/, '$1 is not known'],
  [/^(\w+) is one of ([\w, ]+?)(?= and |$)/, 'not $1 is one of $2'],
  [/^(\w+) has happened(?= and |$)/, '$1 has not happened'],
  [/^customer has said (\w+|"[^"]*")(?= and |$)/, 'customer has not said $1'],
  [/^(\w+)(?= and |$)/, 'not $1'],
];

/** A question, and what can't be together with it, though neither may be so. */
const CONTRADICTIONS: typeof OPPOSITES = [
  ...OPPOSITES,
  [/^(\w+) is at least (-?[\d.]+) for \d+ messages(?= and |$)/, '$1 is less than $2'],
  [/^(\w+) has happened twice(?= and |$)/, '$1 has not happened'],
  [/^customer (?:says|has said) (\w+|"[^"]*")(?: twice)?(?= and |$)/, 'customer has not said $1'],
];

function matching(condition: string, questions: typeof OPPOSITES): readonly string[] {
  if (/ or /.test(withoutTexts(condition))) return [];
  return questions.flatMap(([pattern, opposite]) => {
    const found = pattern.exec(condition);
    return found ? [found[0].replace(pattern, opposite)] : [];
  });
}

function* eachCondition(
  sources: Sources,
  changed: (condition: OneLineCondition, page: Page) => readonly string[],
): Iterable<Planted> {
  for (const page of pagesOf(sources)) {
    for (const condition of oneLineConditions(page)) {
      for (const text of changed(condition, page)) {
        yield planted(sources, page, {
          line: condition.line,
          remove: 1,
          put: [`${HERE}${condition.before}${text}`],
        });
      }
    }
  }
}

/** The scales of a page and the smallest value of each. */
function scalesIn(page: Page): readonly (readonly [name: string, least: string])[] {
  return page.lines.flatMap((line) => {
    const [, name, least] = /^signal (\w+) +from (-?[\d.]+) to /.exec(line) ?? [];
    return name !== undefined && least !== undefined ? [[name, least] as const] : [];
  });
}

export const CONDITION_FAULTS: readonly Fault[] = [
  {
    name: 'a condition that contradicts itself',
    codes: ['impossible-condition'],
    plant: (sources) =>
      eachCondition(sources, ({ text }) => matching(text, CONTRADICTIONS).map((other) => `${text} and ${other}`)),
  },
  {
    name: 'a condition above the scale’s own beginning',
    codes: ['always-true-condition'],
    plant: (sources) =>
      eachCondition(sources, ({ section }, page) =>
        section.kind === 'situation'
          ? []
          : scalesIn(page)
              .slice(0, 1)
              .map(([name, least]) => `${name} is at least ${least}`),
      ),
  },
  {
    name: 'a condition or its opposite',
    codes: ['always-true-condition'],
    plant: (sources) =>
      eachCondition(sources, ({ text }) =>
        / and /.test(withoutTexts(text)) ? [] : matching(text, OPPOSITES).map((other) => `${text} or ${other}`),
      ),
  },
];
