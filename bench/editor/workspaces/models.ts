/** What is edited with TypeSpec. */
import { typeSpecModels } from '../../compiling/typespec-models.ts';
import type { Workload } from '../../compiling/workloads.ts';
import { type Alone, type Among, NOWHERE, type Place, placeIn } from './workspace.ts';

const MAIN = 'main.tsp';

/** One file of models. */
export function modelsAlone(lines: number): Alone {
  const files = typeSpecModels(1, lines);
  return { files, reference: referenceIn(files, MAIN) };
}

/** Files of models that refer to each other as they do when compiling is measured, and all of them to a hub. */
export function modelsAmong(count: number, smallLines: number, largeLines: number): Among {
  const many = [...typeSpecModels(count, 100)].filter(([path]) => path !== MAIN);
  const others = new Map([
    ...many.map(([path, text], index) => [path, `${text}\nmodel Dependent${index} {\n  hub: Hub;\n}\n`] as const),
    ['small.tsp', oneFile(smallLines, 'Small')],
    ['large.tsp', oneFile(largeLines, 'Large')],
    ['hub.tsp', 'namespace Bench;\n\nmodel Hub {\n  id: string;\n}\n'],
    ['faulty.tsp', `namespace Bench;\n\nmodel Faulty {\n  other: ${NOWHERE};\n}\n`],
  ]);
  const main = [...others.keys()].map((path) => `import "./${path}";\n`).join('');
  const files = new Map([[MAIN, main], ...others]);
  return {
    files,
    small: referenceIn(files, 'small.tsp'),
    large: referenceIn(files, 'large.tsp'),
    hub: placeIn(files, 'hub.tsp', /^model \w+/gm),
    dependents: many.map(([path]) => path),
    faulty: 'faulty.tsp',
  };
}

/** With names of its own, for all files are one namespace. */
function oneFile(lines: number, name: string): string {
  return [...typeSpecModels(1, lines).values()].join('').replaceAll(/\bModel(?=\d)/g, name);
}

function referenceIn(files: Workload, path: string): Place {
  return placeIn(files, path, /^ +next\?: \w+/gm);
}
