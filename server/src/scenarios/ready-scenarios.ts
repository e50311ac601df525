import { type CoveredItem, coveredItems } from '@poise/generator/coverage';
import { type PlaybookScenarios, type Scenario, type ScenarioRun, scenarioPlayer } from '@poise/generator/scenarios';
import { MultiMap } from 'langium';

/** The scenarios of a playbook, ready to be played with all that they need: each is played when somebody first asks what comes of it, and then kept. */
export class ReadyScenarios {
  /** In the order written. */
  readonly scenarios: readonly Scenario[];
  private readonly documents: PlaybookScenarios['documents'];
  private readonly runs = new Map<Scenario, ScenarioRun>();
  private player: ((scenario: Scenario) => ScenarioRun) | undefined;
  private readonly covered = new Map<string, readonly CoveredItem[]>();

  constructor({ documents, scenarios }: Pick<PlaybookScenarios, 'documents' | 'scenarios'>) {
    this.documents = documents;
    this.scenarios = scenarios;
  }

  /** @param scenario one of these */
  play(scenario: Scenario): ScenarioRun {
    let run = this.runs.get(scenario);
    if (!run) {
      this.player ??= scenarioPlayer({ documents: this.documents });
      run = this.player(scenario);
      this.runs.set(scenario, run);
    }
    return run;
  }

  /**
   * What some of these scenarios cover: in the playbook's file, in those of the playbooks that it is played with, and in what these use.
   *
   * @returns by the paths of the files
   */
  coveredBy(scenarios: readonly Scenario[]): MultiMap<string, CoveredItem> {
    return new MultiMap(this.itemsOf(this.documents, scenarios).map((covered) => [covered.item.at.file, covered]));
  }

  /** What all of them cover in a file, by its path. */
  coveredIn(path: string): readonly CoveredItem[] {
    let covered = this.covered.get(path);
    if (!covered) {
      // Others say nothing of that file, and to look at them takes as long.
      const documents = this.documents.filter(({ files }) => files.some((file) => file.path === path));
      covered = this.itemsOf(documents, this.scenarios).filter(({ item }) => item.at.file === path);
      this.covered.set(path, covered);
    }
    return covered;
  }

  private itemsOf(documents: PlaybookScenarios['documents'], scenarios: readonly Scenario[]): readonly CoveredItem[] {
    if (documents.length === 0 || scenarios.length === 0) return [];
    return coveredItems(
      documents,
      scenarios.map((scenario) => this.play(scenario)),
    );
  }
}
