/** What the preview of a playbook shows. */
import type { Guide } from '@poise/generator/guide';

/** Asks for a playbook as a card: `PreviewParams` → `PreviewAnswer`, once the file has been read as it is now. */
export const PREVIEW = 'poise/preview';

export interface PreviewParams {
  readonly uri: string;
}

export type PreviewAnswer =
  | {
      readonly kind: 'guide';
      readonly guide: Guide;
      /** As the guide's own list of them: positions refer to both. */
      readonly files: readonly PreviewFile[];
    }
  /** There is nothing to be shown: a library; a playbook that has no name yet; a file that nobody knows. */
  | { readonly kind: 'library' | 'nameless' | 'unknown' };

export interface PreviewFile {
  readonly uri: string;
  /** The first and the last line of each of its parts, from 1. */
  readonly parts: readonly (readonly [first: number, last: number])[];
  /** Where the playbook's heading begins, in its own file. */
  readonly heading?: number;
}
