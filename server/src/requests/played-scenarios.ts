import { type CoveredItem as Covered, codeTerm, missedWords } from '@poise/generator/coverage';
import { stopsOf } from '@poise/generator/playing';
import type { Failure, ScenarioRun } from '@poise/generator/scenarios';
import { failureInWords } from '@poise/generator/words';
import type { CoveredItem, FileCoverage, PlayedScenario, ScenarioFailure } from '../protocol/scenarios.ts';
import type { SourcePlaces } from '../scenarios/source-places.ts';

/** What came of a scenario, with places as an editor has them. */
export function playedScenario(run: ScenarioRun, places: SourcePlaces, withoutStops: boolean): PlayedScenario {
  const { scenario, failure } = run;
  return {
    title: scenario.title,
    stops: withoutStops ? [] : stopsOf(run).map(({ at, groups }) => ({ place: places.of(at), groups })),
    ...(failure && { failure: failureOf(failure, run, places) }),
  };
}

function failureOf(failure: Failure, run: ScenarioRun, places: SourcePlaces): ScenarioFailure {
  const { line, expected, but, because } = failureInWords(failure, run);
  return {
    place: places.of(line.at),
    expected,
    but,
    because: because.map(({ words, at }) => ({ words: sentence(words), place: places.of(at) })),
  };
}

/** What scenarios cover of a file, by its path as compiled playbooks have it. */
export function coverageIn(path: string, items: readonly Covered[], places: SourcePlaces): FileCoverage {
  return { uri: places.uriOf(path).toString(), items: items.map((one) => coveredItem(one, places)) };
}

function coveredItem({ id, item }: Covered, places: SourcePlaces): CoveredItem {
  const { kind, at, name, hits } = item;
  const term = codeTerm(kind);
  return {
    id,
    kind: term === 'function' ? 'step' : term,
    range: places.of(at).range,
    name,
    hits,
    ...(hits === 0 && { missing: sentence(missedWords(item)) }),
  };
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
