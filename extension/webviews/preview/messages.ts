/** What the extension and the preview tell each other. */
import type { PreviewAnswer } from '@poise/server/protocol';

/** A place in a file, counted from 1. */
export interface SourcePlace {
  readonly uri: string;
  readonly line: number;
  readonly column: number;
}

export type ToPreview =
  /** What there is to be shown of a file from now on. */
  | { readonly kind: 'show'; readonly uri: string; readonly answer: PreviewAnswer }
  /** Where the cursor is in one of the files. */
  | { readonly kind: 'cursor'; readonly place: SourcePlace };

export type FromPreview =
  /** It is there, and shows nothing yet. */
  | { readonly kind: 'ready' }
  /** Somebody wants to see where this is said. */
  | { readonly kind: 'reveal'; readonly place: SourcePlace };

/** What a preview remembers while it isn't seen, and when the editor is opened again. */
export interface PreviewState {
  /** The file that is shown. */
  readonly uri: string;
  /** How far it was scrolled, in pixels. */
  readonly scrolled: number;
}
