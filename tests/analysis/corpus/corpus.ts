import fc from 'fast-check';
import { runs } from '../../harness/runs.ts';
import { Choices } from '../../harness/sound-workspace/choices.ts';
import type { Sources } from './template.ts';
import { TEMPLATES } from './templates.ts';

/** A workspace in which nothing may be found. */
export interface Sound {
  /** Template and number, as in `late parcel 3`. */
  readonly name: string;
  readonly sources: Sources;
}

/** More than any template asks for: so each of its choices is a choice. */
const MOST_CHOICES = 100;

/** Workspaces of each template, the same in every run. `POISE_RUNS` asks for more. */
export function corpus(ofEach = 15): readonly Sound[] {
  return TEMPLATES.flatMap((template, seed) =>
    fc
      .sample(fc.array(fc.nat({ max: 9999 }), { minLength: MOST_CHOICES, maxLength: MOST_CHOICES }), {
        ...runs(ofEach),
        seed,
      })
      .map((numbers, index) => ({ name: `${template.name} ${index}`, sources: template.write(new Choices(numbers)) })),
  );
}
