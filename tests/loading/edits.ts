/** What is changed in a document: by JSON pointer a value, or undefined for what is taken out. `-` stands for the place after the last. */
export type Edits = Readonly<Record<string, unknown>>;

/** An object, or a list, which has its places for keys. */
type Holder = Record<string, unknown>;

/**
 * A copy of a document with some things changed.
 *
 * @throws Error where there is nothing at a pointer's parent
 */
export function edited(document: unknown, edits: Edits): unknown {
  const copy = structuredClone(document);
  for (const [pointer, value] of Object.entries(edits)) {
    const end = pointer.lastIndexOf('/');
    const holder = valueAt(copy, pointer.slice(0, end));
    const key = unescaped(pointer.slice(end + 1));
    if (typeof holder !== 'object' || holder === null) throw new Error(`there is nothing at ${pointer}`);
    if (Array.isArray(holder) && key === '-') holder.push(value);
    else if (Array.isArray(holder) && value === undefined) holder.splice(Number(key), 1);
    else if (value === undefined) delete (holder as Holder)[key];
    else (holder as Holder)[key] = value;
  }
  return copy;
}

/** What stands at a pointer, if anything does. */
export function valueAt(document: unknown, pointer: string): unknown {
  const keys = pointer.split('/').slice(1).map(unescaped);
  return keys.reduce((at, key) => (at as Holder | undefined)?.[key], document);
}

/** The pointers to all that is in a document, but not to the document itself. */
export function* pointersIn(value: unknown, pointer = ''): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const place = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    yield place;
    yield* pointersIn(inner, place);
  }
}

function unescaped(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}
