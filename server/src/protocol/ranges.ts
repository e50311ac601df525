/** As in the protocol of language servers: from 0, characters in UTF-16 units. */
export interface DocumentPosition {
  readonly line: number;
  readonly character: number;
}

export interface DocumentRange {
  readonly start: DocumentPosition;
  readonly end: DocumentPosition;
}
