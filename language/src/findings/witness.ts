import { code, lengthOfTime, oneOf } from './words.ts';

/** One thing that is so in a situation that a proof names. */
export type Circumstance =
  | { readonly kind: 'value'; readonly fact: string; readonly value?: string; readonly within?: number }
  | { readonly kind: 'says'; readonly speaker: 'customer' | 'agent'; readonly text: string; readonly times?: number }
  | { readonly kind: 'so'; readonly words: string; readonly is: 'so' | 'not so' | 'not known' };

/** `with anger 9 and channel chat, when the customer says "lost parcel"`: a situation, in the middle of a sentence. Empty where nothing matters. */
export function situationWords(circumstances: readonly Circumstance[]): string {
  const facts = circumstances.flatMap((one) => (one.kind === 'value' && one.value !== undefined ? [one] : []));
  const rest = circumstances.flatMap((one) => (one.kind === 'value' && one.value !== undefined ? [] : [one]));
  const values = facts.map(({ fact, value, within }) =>
    within === undefined ? `${fact} ${value}` : `${fact} ${value} in the last ${lengthOfTime(within)}`,
  );
  return [
    ...(values.length > 0 ? [`with ${oneOf(values, 'and')}`] : []),
    ...(rest.length > 0 ? [`when ${joined(rest.map(clause))}`] : []),
  ].join(', ');
}

function clause(circumstance: Exclude<Circumstance, { value: string }>): string {
  switch (circumstance.kind) {
    case 'value':
      return `nobody knows ${code(circumstance.fact)}`;
    case 'says': {
      const { speaker, text, times } = circumstance;
      const said = times === undefined ? 'says' : times > 1 ? `has said ${times} times` : 'has said';
      return `the ${speaker} ${said} ${code(text)}`;
    }
    case 'so': {
      const { words, is } = circumstance;
      return is === 'so' ? code(words) : is === 'not so' ? `not ${code(words)}` : `nobody knows whether ${code(words)}`;
    }
  }
}

function joined(clauses: readonly string[]): string {
  return clauses.length < 2 ? clauses.join('') : `${clauses.slice(0, -1).join(', ')} and ${clauses.at(-1)}`;
}
