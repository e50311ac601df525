import { ast, headingOf, type PlaybookLanguage, playbooksNamedIn } from '@poise/language';
import type { LangiumDocument } from 'langium';
import type { CompileOptions, SourceHost } from '../compilation.ts';
import { type LoadedSources, loadSources, pathOf } from '../load-sources.ts';
import { type OtherFile, OtherFiles } from './other-files.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/**
 * Finds what the files that were asked for take for granted: the playbooks that they name, and, of one that nothing starts, those that name it. Where
 * scenarios will be played, the same holds for what is found, and all of it is loaded with the files that it uses; else each neighbour by itself.
 *
 * As long as nothing is missing, no file is looked at. Of several with a playbook of one name, the nearest to the file that names it is taken, of those
 * the first by its path.
 */
export async function loadNeighbours(
  asked: LoadedSources,
  host: SourceHost,
  language: PlaybookLanguage,
  { scenarios = false }: Pick<CompileOptions, 'scenarios'>,
): Promise<LoadedSources> {
  if (!host.playbookFiles) return { documents: [], findings: [], sources: new Map() };
  const neighbourhood = new Neighbourhood(asked, host, language, scenarios);
  await neighbourhood.loadNamed();
  for (const document of asked.documents) {
    const { members } = document.parseResult.value;
    const name = headingOf(document.parseResult.value)?.name;
    if (name && !members.some(ast.isTrigger)) await neighbourhood.loadThoseThatName(name, document);
  }
  await neighbourhood.loadNamed();
  return neighbourhood.loaded();
}

class Neighbourhood {
  readonly #language: PlaybookLanguage;
  readonly #scenarios: boolean;
  readonly #others: OtherFiles;
  readonly #neighbours: LoadedSources[] = [];
  readonly #documents = new Map<string, Source>();
  /** By the name of a playbook: the documents that go over to it. */
  readonly #starters = new Map<string, Set<Source>>();
  readonly #declared = new Set<string>();
  /** By name: the path of the file that names it. */
  readonly #wanted = new Map<string, string>();

  constructor(asked: LoadedSources, host: SourceHost, language: PlaybookLanguage, scenarios: boolean) {
    this.#language = language;
    this.#scenarios = scenarios;
    this.#others = new OtherFiles(host, this.#documents);
    this.#add(asked, true);
  }

  loaded(): LoadedSources {
    return {
      documents: this.#neighbours.flatMap(({ documents }) => documents),
      findings: this.#neighbours.flatMap(({ findings }) => findings),
      sources: new Map(this.#neighbours.flatMap(({ sources }) => [...sources])),
    };
  }

  /** Every playbook that is named and not there; of a name that there isn't, the one that it may have been meant for. */
  async loadNamed(): Promise<void> {
    // What is found may name more: that is gone through as well.
    for (const [name, from] of this.#wanted) {
      if (this.#declared.has(name)) continue;
      const file = (await this.#others.declaring(name, from)) ?? (await this.#others.like(name, from));
      if (file) await this.#load(file);
    }
  }

  /** Other playbooks that name one: all of them for scenarios, which are played with them; else it is enough that something starts it. */
  async loadThoseThatName(name: string, document: Source): Promise<void> {
    const isEnough = (): boolean => !this.#scenarios && this.#startersOf(name).some((other) => other !== document);
    if (isEnough()) return;
    const libraries = this.#startersOf(name).filter(({ parseResult }) => !headingOf(parseResult.value));
    // Whoever uses a library that names it names it, too.
    const words = new Set([name, ...libraries.map((library) => baseName(pathOf(library)))]);
    for (const word of words) {
      for await (const file of this.#others.with(word, pathOf(document))) {
        await this.#load(file);
        if (isEnough()) return;
        const isStarter = this.#startersOf(name).some((other) => pathOf(other) === file.path);
        if (file.playbook === undefined && (isStarter || word !== name)) words.add(baseName(file.path));
      }
    }
  }

  #startersOf(name: string): readonly Source[] {
    return [...(this.#starters.get(name) ?? [])];
  }

  async #load({ path, playbook }: OtherFile): Promise<void> {
    const isTwin = playbook !== undefined && this.#declared.has(playbook);
    if (isTwin || this.#documents.has(path)) return;
    const reading = { known: this.#documents, alone: !this.#scenarios };
    const loaded = await loadSources([path], this.#others, this.#language, reading);
    this.#neighbours.push(loaded);
    this.#add(loaded, this.#scenarios);
  }

  #add({ documents }: LoadedSources, areNamesWanted: boolean): void {
    for (const document of documents) {
      const path = pathOf(document);
      this.#documents.set(path, document);
      const name = headingOf(document.parseResult.value)?.name;
      if (name) this.#declared.add(name);
      for (const { name, use } of playbooksNamedIn(document, this.#language.playbook)) {
        if (areNamesWanted && !this.#wanted.has(name)) this.#wanted.set(name, path);
        if (use !== 'starts') continue;
        const starters = this.#starters.get(name) ?? new Set();
        this.#starters.set(name, starters.add(document));
      }
    }
  }
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
