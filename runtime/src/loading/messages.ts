import { oneOf, quoted } from './quoted.ts';

const BUILD_AGAIN = 'build the playbook again with `poise build`';

/**
 * What can keep documents from being loaded, by code, and how it is said. The reader is who puts the documents there: each message says what is
 * wrong and what to do. Codes don't change their meaning.
 */
export const MESSAGES = {
  // Whether it can be read at all.
  'not-json': () => `this text is not JSON, or is cut off: give the file as \`poise build\` wrote it`,
  'not-a-document': () =>
    'this is no compiled playbook: give an object, or its text, with a `format` such as `1.0` as `poise build` writes it (`index.json` only lists them)',
  'too-large': (p: { what: string; most: number }) =>
    `this document has more than ${p.most} ${p.what}, which is more than any playbook needs: give another file, or split the playbook`,
  'too-deep': (p: { most: number }) =>
    `this document is nested deeper than ${p.most} levels, or contains itself: give the file as \`poise build\` wrote it`,
  'unsafe-key': (p: { key: string }) => `nothing in a playbook is called ${quoted(p.key)}: take it out`,
  'not-data': (p: { found: string }) =>
    `a document is made of objects, lists, texts, finite numbers, true, false and null, and this is ${quoted(p.found)}: give what JSON can say`,
  unreadable: () => 'a property of this object throws when it is read: give plain data, or the text itself',

  // Whether this engine can run it.
  'other-format': (p: { format: string; newer: boolean }) =>
    p.newer
      ? `this document is of format ${quoted(p.format)}, and this engine reads format 1: use a newer engine`
      : `this document is of format ${quoted(p.format)}, and this engine reads format 1: ${BUILD_AGAIN}`,
  incomplete: () =>
    'this is a preview with parts left out, which must never be run: correct what `poise check` finds, then run `poise build`',
  'unknown-capability': (p: { capability: string }) =>
    `this playbook requires ${quoted(p.capability)}, which this engine doesn't know: use a newer engine`,
  'missing-capability': (p: { capability: string }) =>
    `this playbook requires ${quoted(p.capability)}, which this tool doesn't support: add it to the tool and to \`capabilities\`, or keep the playbook away from this tool`,
  'not-as-the-schema': (p: { what: string }) => `${p.what}: ${BUILD_AGAIN}`,

  // Whether it is in itself what the format says.
  'duplicate-id': (p: { kind: string; id: string }) => `there is another ${p.kind} ${quoted(p.id)}: keep one of them`,
  'forbidden-id': (p: { kind: string; id: string }) =>
    `${quoted(p.id)} is a property of every JavaScript object, so no ${p.kind} can be called that: give it another name`,
  'unknown-reference': (p: { kind: string; id: string }) =>
    `there is no ${p.kind} ${quoted(p.id)} in this document: ${BUILD_AGAIN}`,
  'unlisted-fact': (p: { fact: string }) =>
    `the condition asks about ${quoted(p.fact)}, which is not among its \`facts\`: add it there`,
  'unneeded-fact': (p: { fact: string }) =>
    `the condition asks nothing about ${quoted(p.fact)}, which is among its \`facts\`: take it out`,
  'fact-order': (p: { fact: string; needs: string }) =>
    `${quoted(p.fact)} is derived from ${quoted(p.needs)}, which has to stand before it: facts are computed in one pass, in order`,
  'wrong-fact': (p: { fact: string; needed: string }) => `${quoted(p.fact)} has to be ${p.needed} to be used here`,
  'wrong-operands': (p: { operator: string; needed: string }) => `${quoted(p.operator)} compares ${p.needed}`,
  'unfit-comparison': (p: { fact: string; is: string; operator: string }) =>
    `${quoted(p.fact)} holds ${p.is}, so it can't be compared like this with ${quoted(p.operator)}`,
  'unguarded-comparison': (p: { fact: string }) =>
    `${quoted(p.fact)} may be null here, and null is neither more nor less than a number: ask before whether it is null, in the same list`,
  'misplaced-approval': (p: { fact: string }) =>
    `${quoted(p.fact)} is about the act that is judged, so only the condition of a \`never\` can ask it`,
  'unknown-channel': (p: { channel: string }) =>
    `${quoted(p.channel)} is not among the choices of the fact \`channel\`: ${BUILD_AGAIN}`,
  'backward-step': (p: { next: string }) =>
    `the \`next\` of a step comes after it in the list, and ${quoted(p.next)} doesn't: only \`exits\` lead back`,
  'missing-part': (p: { of: string; parts: readonly string[] }) =>
    `${p.of} needs exactly one of ${oneOf(p.parts)}: ${BUILD_AGAIN}`,
  'needs-part': (p: { of: string; part: string }) => `${p.of} needs ${p.part}: ${BUILD_AGAIN}`,
  'wrong-order': (p: { what: string; by: string }) => `${p.what} are in the order of ${p.by}, and this one is not`,
  'wrong-first': (p: { what: string; property: string; first: number }) =>
    `the first of ${p.what} has ${quoted(p.property)} ${p.first}`,
  'empty-range': (p: { from: string; to: string }) =>
    `nothing lies from ${quoted(p.from)} to ${quoted(p.to)}: the first has to come before the second`,
  'endless-repeat': () => 'something that comes up every 0 seconds would never end: give a time above zero',
  'bad-phrase': (p: { what: string }) => `${p.what}: ${BUILD_AGAIN}`,
  'unknown-file': (p: { file: number; files: number }) =>
    `there is no file ${p.file} in \`files\`, which has ${p.files}: they are counted from 0`,
  'no-such-day': (p: { day: string }) => `there is no ${quoted(p.day)} in the calendar: give a day that there is`,

  // Whether they can be loaded together.
  'duplicate-playbook': (p: { id: string; other: number }) =>
    `document ${p.other} is ${quoted(p.id)}, too: these are two versions of one playbook, so keep one of them (documents are counted from 0)`,
  'conflicting-house-rule': (p: { kind: string; id: string; other: number; playbook: string }) =>
    `${p.kind} ${quoted(p.id)} is a house rule that document ${p.other}, ${quoted(p.playbook)}, has otherwise: build both playbooks again from the same files (documents are counted from 0)`,
} satisfies Readonly<Record<string, (parameters: never) => string>>;

/** What kind of problem it is, for programs. */
export type ProblemCode = keyof typeof MESSAGES;

/** What a message of that code speaks of. */
export type ProblemParameters<Code extends ProblemCode> =
  Parameters<(typeof MESSAGES)[Code]> extends [infer Given]
    ? Given & { readonly capability?: string }
    : { readonly capability?: never };

/** How a problem is said. */
export function messageOf<Code extends ProblemCode>(code: Code, parameters: ProblemParameters<Code>): string {
  // Each code's message takes the parameters of its code, which the type of a table that is asked by a variable can't say.
  return (MESSAGES[code] as (parameters: ProblemParameters<Code>) => string)(parameters);
}
