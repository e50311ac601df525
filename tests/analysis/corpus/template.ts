import type { Choices } from '../../harness/sound-workspace/choices.ts';

/** The files of a workspace: texts by path. */
export type Sources = ReadonlyMap<string, string>;

/**
 * Playbooks as an operations lead would write them, with something left to choose. Whatever is chosen they are sound, for reasons that stand in a remark
 * in the template: they come from thinking about the conversation, never from what some check looks at.
 */
export interface Template {
  readonly name: string;
  write(choices: Choices): Sources;
}

/** A line that is there or not: `false` takes the whole line away. */
type Filling = string | number | false;

const NOTHING = '\u0000';

/**
 * The text of a playbook: what stands around it is taken off, a line filled with `false` is left out, and the lines of a longer filling are all
 * indented like the first.
 */
export function page(parts: TemplateStringsArray, ...fillings: readonly Filling[]): string {
  const written = parts.reduce((text, part, index) => {
    const filling = fillings[index - 1] ?? '';
    const indent = /[^\S\n]*$/.exec(text)?.[0] ?? '';
    return text + (filling === false ? NOTHING : String(filling).replaceAll('\n', `\n${indent}`)) + part;
  });
  const lines = written.split('\n').filter((line) => !line.includes(NOTHING));
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  const text = lines.map((line) => line.slice(margin).trimEnd()).join('\n');
  return `${text.trim().replace(/\n{3,}/g, '\n\n')}\n`;
}
