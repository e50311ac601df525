import type { TestController, TestItem, TestItemCollection, TestRunRequest } from 'vscode';

/** Scenarios of a file that are to be played. */
export interface Plan {
  readonly file: TestItem;
  readonly scenarios: readonly TestItem[];
}

/** What is to be played, file by file. */
export function plansFor({ include, exclude = [] }: TestRunRequest, { items }: TestController): readonly Plan[] {
  const chosen = new Map<TestItem, Set<TestItem>>();
  for (const item of include ?? listOf(items)) {
    const file = item.parent ?? item;
    const scenarios = chosen.get(file) ?? new Set();
    chosen.set(file, scenarios);
    for (const scenario of item.parent ? [item] : listOf(item.children)) scenarios.add(scenario);
  }
  return [...chosen]
    .filter(([file]) => !exclude.includes(file))
    .map(([file, scenarios]) => ({ file, scenarios: [...scenarios].filter((one) => !exclude.includes(one)) }))
    .filter(({ scenarios }) => scenarios.length > 0);
}

function listOf(items: TestItemCollection): TestItem[] {
  return [...items].map(([, item]) => item);
}
