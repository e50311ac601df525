/**
 * How something is written, as one line: `offer <name> "<title:benefit>" [worth <worth:amount>]`. In `<…>` stands what the author writes: the property
 * it fills in the grammar, and how it is called where that is another word. In `[…]` stands what may be left out.
 */
export type FormText = string;

/** How something is written, and what it is for, in a sentence. */
export interface Form {
  readonly says: string;
  /** Each way to write it, the usual one first. */
  readonly ways: readonly [FormText, ...FormText[]];
}

/** A piece of a form. */
export type FormPiece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'part'; readonly property: string; readonly label: string };

/** Where a part is shown, with the words that lead to it; UTF-16 offsets in what is shown. */
export interface FormPart {
  readonly property: string;
  readonly start: number;
  readonly end: number;
  readonly isNeeded: boolean;
}

/** A form, read. */
export interface ReadForm {
  /** As it is shown: `offer <name> "<benefit>" [worth <amount>]`. */
  readonly shown: string;
  readonly parts: readonly FormPart[];
  /** What can't be left out. */
  readonly needed: readonly FormPiece[];
  /** The words it begins with. */
  readonly opening: string;
}

const PIECE = /<(\w+)(?::([^>]+))?>|([[\]])|[^<[\]]+/g;

const readForms = new Map<FormText, ReadForm>();

/** Reads a form. */
export function readForm(form: FormText): ReadForm {
  let read = readForms.get(form);
  if (!read) {
    read = readOnce(form);
    readForms.set(form, read);
  }
  return read;
}

function readOnce(form: FormText): ReadForm {
  const parts: FormPart[] = [];
  const needed: FormPiece[] = [];
  let shown = '';
  const groups: number[] = [];
  for (const [text, property, label, bracket] of form.matchAll(PIECE)) {
    if (bracket === '[') {
      shown += bracket;
      groups.push(shown.length);
    } else if (bracket === ']') {
      groups.pop();
      shown += bracket;
    } else if (property !== undefined) {
      const start = groups.at(-1) ?? shown.length;
      shown += `<${label ?? property}>`;
      parts.push({ property, start, end: shown.length, isNeeded: groups.length === 0 });
      if (groups.length === 0) needed.push({ kind: 'part', property, label: label ?? property });
    } else {
      shown += text;
      if (groups.length === 0) needed.push({ kind: 'words', text });
    }
  }
  const [first] = needed;
  return { shown, parts, needed, opening: first?.kind === 'words' ? first.text.replace(/"?$/, '').trim() : '' };
}
