import { type FileScenarios, LIST_SCENARIOS, type ListScenariosParams } from '@poise/server/protocol';
import { type Disposable, EventEmitter, type TestItem, tests, Uri } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { ask } from '../client/ask.ts';
import { onBuilt } from '../client/built.ts';
import { rangeOf } from './places.ts';
import { numbered, type TitledScenario } from './same-title.ts';

/** The items of the Testing view, file by file, as the files are now: what is built is listed anew, and nothing else. */
export class ScenarioItems implements Disposable {
  readonly controller = tests.createTestController('poise', 'Poise');
  private readonly client: BaseLanguageClient;
  private readonly scenarios = new WeakMap<TestItem, TitledScenario>();
  /** Files that have been built, and not listed since. */
  private readonly unlisted = new Set<string>();
  private readonly updated = new EventEmitter<ReadonlySet<string>>();
  /** Tells, when files have changed and the items say so, which. */
  readonly onDidUpdate = this.updated.event;

  constructor(client: BaseLanguageClient) {
    this.client = client;
    onBuilt(client)(({ changed }) => void this.update(changed));
    client.onDidChangeState(({ newState }) => {
      // Nothing can be played; and when the server is there again, it tells of all files.
      if (newState === State.Stopped) this.controller.items.replace([]);
    });
  }

  dispose(): void {
    this.controller.dispose();
    this.updated.dispose();
  }

  /** The item of a file that has scenarios. */
  file(uri: Uri): TestItem | undefined {
    return this.controller.items.get(uri.toString());
  }

  /** What the item of a scenario stands for; nothing for that of a file. */
  scenario(item: TestItem): TitledScenario | undefined {
    return this.scenarios.get(item);
  }

  private async update(changed: readonly string[]): Promise<void> {
    for (const uri of changed) this.unlisted.add(uri);
    const uris = [...this.unlisted];
    if (uris.length === 0) return;
    const params: ListScenariosParams = { uris };
    const listed = await ask<readonly FileScenarios[]>(this.client, LIST_SCENARIOS, params);
    // The build that follows tells again.
    if (!listed) return;
    const byUri = new Map(listed.map((file) => [keyOf(file.uri), file]));
    for (const uri of uris) {
      this.unlisted.delete(uri);
      const file = byUri.get(keyOf(uri));
      if (file) this.show(file);
      else this.controller.items.delete(keyOf(uri));
    }
    this.updated.fire(new Set(uris.map(keyOf)));
  }

  private show({ uri: address, playbook, scenarios }: FileScenarios): void {
    const uri = Uri.parse(address);
    const file = this.file(uri) ?? this.controller.createTestItem(uri.toString(), playbook, uri);
    file.label = playbook;
    file.children.replace(
      numbered(scenarios).map(({ title, nth, range }) => {
        const id = `${nth}:${title}`;
        const item = file.children.get(id) ?? this.controller.createTestItem(id, title, uri);
        item.range = rangeOf(range);
        this.scenarios.set(item, { title, nth });
        return item;
      }),
    );
    this.controller.items.add(file);
  }
}

/** The same address is written in one way here: that of Visual Studio Code. */
export function keyOf(uri: string): string {
  return Uri.parse(uri).toString();
}
