import type { Workload } from './workloads.ts';

/** With the empty line before the next. */
const LINES_IN_MODEL = 14;
const LINES_IN_HEAD = 2;

/**
 * Models in TypeSpec that refer to each other.
 *
 * @param files in how many files; with more than one, `main.tsp` imports all
 * @param lines about how many lines in each
 */
export function typeSpecModels(files: number, lines: number): Workload {
  const inFile = Math.max(1, Math.round((lines - LINES_IN_HEAD) / LINES_IN_MODEL));
  const parts = Array.from({ length: files }, (_, file) =>
    textOf(Array.from({ length: inFile }, (_, model) => typeSpecModel(file * inFile + model))),
  );
  if (parts.length === 1) return new Map(parts.map((part) => ['main.tsp', part]));
  const named = parts.map((part, index) => [`models_${index}.tsp`, part] as const);
  return new Map([['main.tsp', named.map(([name]) => `import "./${name}";\n`).join('')], ...named]);
}

function textOf(models: readonly string[]): string {
  return `namespace Bench;\n\n${models.join('\n')}`;
}

/** It refers to models before it, so that no chain of them is long: those exhaust TypeSpec's stack. */
function typeSpecModel(index: number): string {
  return `/** Model number ${index} of the set */
model Model${index} {
  @key id: string;
  @doc("The name of this") name: string;
  @minValue(0) @maxValue(1000) count: int32;
  flag?: boolean;
  created: utcDateTime;
  @maxLength(40) label: string;
  kind: "alpha" | "beta" | "gamma";
  tags: string[];
  next?: Model${Math.floor(index / 2)};
  others: Model${Math.floor(index / 3)}[];
}
`;
}
