import type { Position } from '@poise/runtime';

/** Something found about a compiled playbook: a code, where the source says it, and plain data. The words are made elsewhere. */
export type Finding =
  | { readonly code: 'unreachable-step'; readonly at: Position; readonly data: { readonly step: string } }
  | {
      readonly code: 'no-way-out';
      readonly at: Position;
      readonly data: { readonly step: string; readonly circle: readonly string[] };
    }
  | {
      readonly code: 'forbidden-phrase';
      readonly at: Position;
      /** Where in the text the forbidden words are, in code points of it. */
      readonly span: { readonly start: number; readonly end: number };
      readonly data: { readonly words: string; readonly boundary: string; readonly instead?: string };
    };
