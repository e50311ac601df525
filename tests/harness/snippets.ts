/** A snippet as VS Code's files have it. */
export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
  readonly isFileTemplate?: boolean;
}

/** `${1:what stands there at first}`, `${1}` or `$1`, but no `\$`. */
const STOP = /(?<!\\)\$(?:(?<plain>\d+)|\{(?<number>\d+)(?::(?<text>(?:\\.|[^\\}])*))?\})/g;

/** What a snippet writes for somebody who changes nothing in it: each stop has its text, wherever it stands. */
export function expansion({ body }: Pick<Snippet, 'body'>): string {
  const written = body.join('\n');
  const texts = new Map<string, string>();
  for (const { groups } of written.matchAll(STOP)) {
    if (groups?.number !== undefined && groups.text !== undefined) texts.set(groups.number, groups.text);
  }
  return written
    .replace(
      STOP,
      (_all, plain: string | undefined, number: string | undefined) => texts.get(plain ?? number ?? '') ?? '',
    )
    .replace(/\\([$}\\])/g, '$1');
}
