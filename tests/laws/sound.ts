import type { OutputFile } from '@poise/generator';
import fc from 'fast-check';
import { Choices } from '../harness/sound-workspace/choices.ts';
import { anyLayout, canonicalText, printed } from '../harness/sound-workspace/layout.ts';
import type { PlainWorkspace } from '../harness/sound-workspace/plain.ts';
import { anyChoices, soundWorkspace } from '../harness/sound-workspace/workspace.ts';

/** A sound workspace as it was made, as one would write it, and in any other layout. */
export interface SoundSources {
  readonly workspace: PlainWorkspace;
  readonly canonical: ReadonlyMap<string, string>;
  readonly otherwise: ReadonlyMap<string, string>;
  /** For whatever a law chooses besides. */
  readonly choices: Choices;
}

/** Any sound workspace. A failure is told by its texts. */
export const soundSources: fc.Arbitrary<SoundSources> = fc
  .tuple(anyChoices, anyChoices, fc.array(fc.nat({ max: 9999 }), { maxLength: 20 }))
  .map(([choices, layout, more]) => {
    const workspace = soundWorkspace(choices);
    const canonical = printed(workspace, canonicalText);
    const otherwise = printed(workspace, anyLayout(layout));
    const shown = () => [...otherwise].map(([path, text]) => `// file: ${path}\n${text}`).join('\n');
    return { workspace, canonical, otherwise, choices: new Choices(more), [fc.toStringMethod]: shown };
  });

/** Compiled documents without what says where in which texts everything stands; in the index, that is in the documents' own hashes, too. */
export function withoutPlaces(outputs: readonly OutputFile[]): ReadonlyMap<string, unknown> {
  return new Map(
    outputs.map(({ name, text }) => {
      const places = name === 'index.json' ? [...PLACES, 'hash'] : PLACES;
      return [name, JSON.parse(text, (key, value: unknown) => (places.includes(key) ? undefined : value))];
    }),
  );
}

const PLACES: readonly string[] = ['at', 'files', 'sources'];
