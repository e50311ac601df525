/** What is edited with a plain Langium server: about the same kind of text as ours, in the language of `plain.langium`. */
import type { Workload } from '../../compiling/workloads.ts';
import { type Alone, type Among, NOWHERE, type Place, placeIn } from './workspace.ts';

const LINES_IN_FACTS = 7;
const LINES_IN_PHRASES = 4;
const LINES_IN_STEP = 7;
const LINES_IN_BOOK = 50;
const KINDS = ['number', 'boolean', 'enum { low, middle, high, none }'] as const;

/** One file. */
export function plainAlone(lines: number): Alone {
  const files = new Map([['large.plain', plainFile('large', 'large', lines).join('\n')]]);
  return { files, reference: referenceIn(files, 'large.plain') };
}

/** Files of about 100 lines, each of which refers to others, and all of them to a hub. */
export function plainAmong(count: number, smallLines: number, largeLines: number): Among {
  const many = Array.from({ length: count }, (_, index) => {
    const name = `file${index}`;
    const dependent = [`playbook ${name}_desk {`, '  step only {', '    when hub_delay > 60 -> only', '  }', '}', ''];
    return [
      `${name}.plain`,
      [...plainFile(name, `file${(index * 7 + 3) % count}`, 105), ...dependent].join('\n'),
    ] as const;
  });
  const files = new Map([
    ...many,
    ['small.plain', plainFile('small', 'file0', smallLines).join('\n')],
    ['large.plain', plainFile('large', 'file0', largeLines).join('\n')],
    ['hub.plain', 'fact hub_delay: number\n'],
    ['faulty.plain', `playbook faulty {\n  step only {\n    call ${NOWHERE}\n  }\n}\n`],
  ]);
  return {
    files,
    small: referenceIn(files, 'small.plain'),
    large: referenceIn(files, 'large.plain'),
    hub: placeIn(files, 'hub.plain', /^fact \w+/gm),
    dependents: many.map(([path]) => path),
    faulty: 'faulty.plain',
  };
}

/**
 * About so many lines.
 *
 * @param name what the names in it begin with
 * @param other a file whose names it uses, too
 */
function plainFile(name: string, other: string, lines: number): string[] {
  const books = Math.max(1, Math.round(lines / LINES_IN_BOOK));
  const steps = Math.floor((lines / books - LINES_IN_FACTS - LINES_IN_PHRASES - 2) / LINES_IN_STEP);
  return Array.from({ length: books }, (_, book) => [
    ...Array.from({ length: LINES_IN_FACTS }, (_, fact) => `fact ${name}_fact${book}_${fact}: ${kindOf(fact)}`),
    `phrases ${name}_phrases${book} {`,
    `  "where is my parcel ${book}", "still waiting ${book}",`,
    `  "never arrived ${book}", "where is my order ${book}"`,
    '}',
    `playbook ${name}_book${book} {`,
    ...Array.from({ length: steps }, (_, step) => plainStep(name, other, book, step, steps)).flat(),
    '}',
  ]).flat();
}

function plainStep(name: string, other: string, book: number, step: number, steps: number): string[] {
  const fact = (of: string, number: number) => `${of}_fact${of === name ? book : 0}_${number}`;
  return [
    `  step step${step} {`,
    `    // When the customer asks about item ${step}.`,
    `    say "Let me check that for you, please wait a moment (${step})."`,
    `    when ${fact(name, 0)} > ${step} + 2 * 3 and mentions ${name}_phrases${book} priority ${step} -> step${(step + 1) % steps}`,
    `    when not (${fact(other, 1)} == true) or ${fact(other, 2)} != "low" and ${fact(name, 3)} < 9 -> step${(step * 3) % steps}`,
    `    call ${name}_book${book}`,
    '  }',
  ];
}

function kindOf(fact: number): string {
  return KINDS[fact % KINDS.length] ?? 'number';
}

function referenceIn(files: Workload, path: string): Place {
  return placeIn(files, path, /^ +call \w+/gm);
}
