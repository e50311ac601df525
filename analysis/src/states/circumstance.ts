import { type CompiledPhraseList, textOf } from '@poise/runtime';
import type { PreparedFact } from '@poise/runtime/prepared';
import type { FactValue } from '@poise/runtime/rules';
import { sampleOf } from './sample-message.ts';

/** One thing that is so in a state, for people. */
export type Circumstance =
  /**
   * A signal, a field or a number of the conversation itself, and its value as a scenario would give it; without one where it isn't known. Of a count: how many
   * reports of it came in the last so many seconds (`within`).
   */
  | { readonly kind: 'value'; readonly fact: string; readonly value?: string; readonly within?: number }
  /** Words that are said now, or (`times`) have been said. */
  | { readonly kind: 'says'; readonly speaker: 'customer' | 'agent'; readonly text: string; readonly times?: number }
  /** Anything else, in the words it goes by. */
  | { readonly kind: 'so'; readonly words: string; readonly is: 'so' | 'not so' | 'not known' };

/**
 * What a fact's value comes to, for people; nothing where it is what a conversation begins with anyway.
 *
 * @param id what the fact goes by in a document
 */
export function circumstanceOf(
  { origin }: PreparedFact,
  value: FactValue,
  id: string,
  lists: readonly CompiledPhraseList[],
): readonly Circumstance[] {
  switch (origin.kind) {
    case 'signal':
    case 'field': {
      if (value === null) return [{ kind: 'value', fact: origin.name }];
      const text = typeof value === 'string' ? value : textOf(value, origin.type);
      return [{ kind: 'value', fact: origin.name, value: text }];
    }
    case 'builtin': {
      const isTime = origin.name === 'elapsed' || origin.name === 'waiting';
      return value === 0 ? [] : [{ kind: 'value', fact: origin.name, value: isTime ? `${value} seconds` : `${value}` }];
    }
    case 'says':
    case 'answers':
    case 'hasSaid': {
      if (value !== true) return [];
      const text = sampleOf(origin.lists, lists);
      if (text === undefined) return [{ kind: 'so', words: id, is: 'so' }];
      const times = origin.kind === 'hasSaid' ? { times: origin.times } : {};
      return [{ kind: 'says', speaker: origin.speaker, text, ...times }];
    }
    case 'isOpen':
      return value === null ? [] : [{ kind: 'so', words: id, is: value === true ? 'so' : 'not so' }];
    case 'countWithin':
      return value === 0 ? [] : [{ kind: 'value', fact: origin.signal, value: `${value}`, within: origin.within }];
    default:
      if (value === true) return [{ kind: 'so', words: id, is: 'so' }];
      return value === null && origin.kind !== 'approved' ? [{ kind: 'so', words: id, is: 'not known' }] : [];
  }
}
