import type { Stretch } from '@poise/generator/playing';

/** Names of the language stand in backticks, words that a rule forbids in »…«, facts that aren't known in braces. */
const MARKED = /(`[^`]*`|»[^«]*«|\{\w+\})/;

/** A sentence with names and other marked words in it. */
export function Words({ text }: { readonly text: string }) {
  // Every other piece is marked.
  return text.split(MARKED).map((piece, index) => {
    if (index % 2 === 0) return piece;
    if (piece.startsWith('`')) return <code>{piece.slice(1, -1)}</code>;
    if (piece.startsWith('»')) return <mark>{piece.slice(1, -1)}</mark>;
    return <span class="unknown">{piece}</span>;
  });
}

/** What somebody says, with what a rule forbids marked in it. */
export function Said({ text }: { readonly text: readonly Stretch[] }) {
  return text.map((stretch) => (stretch.isForbidden ? <mark>{stretch.text}</mark> : stretch.text));
}

/** With a capital letter, as a text of its own. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const NAMED = /^([a-z]\w*) — (.*)$/s;

/** A name with its title: the title is for people. */
export function Named({ text }: { readonly text: string }) {
  const [, name, title] = NAMED.exec(text) ?? [];
  if (name === undefined || title === undefined) return <Words text={text} />;
  return (
    <>
      <Words text={title} /> <code class="name">{name}</code>
    </>
  );
}
