/** The list of all documents of a build; it is written last, and so says what is complete. */
export const INDEX_NAME = 'index.json';

/** What names documents can have: nothing that leads to another folder. */
const DOCUMENT_NAME = /^[a-z][a-z0-9_]*\.json$/;

/** The names of the documents that an index lists; none if it isn't one, for whatever reason. */
export function listedDocuments(index: string): readonly string[] {
  let value: unknown;
  try {
    value = JSON.parse(index);
  } catch {
    return [];
  }
  return entriesOf(value)
    .map((entry) => property(entry, 'file'))
    .filter((file): file is string => typeof file === 'string' && DOCUMENT_NAME.test(file) && file !== INDEX_NAME);
}

function entriesOf(index: unknown): readonly unknown[] {
  const playbooks = property(index, 'playbooks');
  return Array.isArray(playbooks) ? playbooks : [];
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}
