/** A scenario of a file, by its title; several may have the same. */
export interface TitledScenario {
  readonly title: string;
  /** So many before it in the file have the same title. */
  readonly nth: number;
}

/** Tells scenarios of a file apart that have the same title. @param all in the order written */
export function numbered<Titled extends { readonly title: string }>(
  all: readonly Titled[],
): readonly (Titled & TitledScenario)[] {
  const counts = new Map<string, number>();
  return all.map((one) => {
    const nth = counts.get(one.title) ?? 0;
    counts.set(one.title, nth + 1);
    return { ...one, nth };
  });
}

/** The scenario among those that were played. @param played with all that have its title */
export function find<Titled extends { readonly title: string }>(
  { title, nth }: TitledScenario,
  played: readonly Titled[],
): Titled | undefined {
  return played.filter((one) => one.title === title)[nth];
}
