import { WRONG_ARRANGEMENTS } from './arrangements.ts';
import { WRONG_CONDITIONS } from './conditions.ts';
import { WRONG_HEADINGS } from './headings.ts';
import { WRONG_REFERENCES } from './references.ts';
import type { WrongDocument } from './wrong-document.ts';

/** A case for each thing that can be wrong with one document. */
export const WRONG_DOCUMENTS: readonly WrongDocument[] = [
  ...WRONG_HEADINGS,
  ...WRONG_REFERENCES,
  ...WRONG_CONDITIONS,
  ...WRONG_ARRANGEMENTS,
];
