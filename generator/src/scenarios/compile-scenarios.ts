import { ast, languageTag, textValue, writtenWords } from '@poise/language';
import type { Opening, Place } from '@poise/runtime';
import { type AstNode, AstUtils } from 'langium';
import { seconds } from '../compile/conditions.ts';
import type { CompiledPlaybook } from '../compile/playbook.ts';
import { pathOf } from '../load-sources.ts';
import { compileEvents, recordsOf, reportsOf } from './compile-events.ts';
import { compileExpectation } from './compile-expectations.ts';
import { onDate, onWeekday } from './local-time.ts';
import type { Scenario, ScenarioItem } from './scenario.ts';

/** The scenarios of a playbook's file, in the order written. It has no errors. */
export function compileScenarios(file: ast.PlaybookFile, playbook: CompiledPlaybook): Scenario[] {
  return file.members.filter(ast.isScenario).map((scenario) => compileScenario(scenario, playbook));
}

function compileScenario(scenario: ast.Scenario, playbook: CompiledPlaybook): Scenario {
  const lines = scenario.items.filter(ast.isEvent);
  const begins = lines.findIndex((line) => !ast.isGiven(line));
  const before = lines.slice(0, begins < 0 ? lines.length : begins).filter(ast.isGiven);
  const opening = compileOpening(before, playbook);
  let now = opening.time;
  const items = lines.flatMap((line): ScenarioItem[] => {
    const source = { at: placeOf(line), text: writtenWords(line.$cstNode) };
    if (ast.isExpect(line)) {
      const expectation = compileExpectation(line.expectation, playbook.id);
      return [{ kind: 'expect', expectation, negated: line.none, ...source }];
    }
    if (ast.isTimePasses(line)) now += seconds(line.duration) * 1000;
    const events =
      ast.isGiven(line) && before.includes(line)
        ? recordsOf(line.facts, now)
        : compileEvents(line, { now, playbook: playbook.id, language: opening.language });
    return events.map((event) => ({ kind: 'event', event, ...source }));
  });
  return { playbook: playbook.id, title: textValue(scenario.title), at: placeOf(scenario), opening, items };
}

/** What is given before anything happens: the time and the language of the conversation, and what the tools report. */
function compileOpening(lines: readonly ast.Given[], playbook: CompiledPlaybook): Opening {
  const given = lines.flatMap((line) => line.facts);
  const clock = given.find(ast.isClockFact);
  const language = given.find(ast.isLanguageFact);
  const tag = language && languageTag(language.language);
  const reports = reportsOf(given);
  return { time: timeOf(clock, playbook), ...(tag !== undefined && { language: tag }), ...(reports && { reports }) };
}

/** Unless it is said when: on a Tuesday at noon. It is local time where the playbook knows of one time zone only. */
function timeOf(clock: ast.ClockFact | undefined, playbook: CompiledPlaybook): number {
  const { zones } = playbook;
  const zone = zones.length === 1 ? zones[0] : undefined;
  if (clock?.date !== undefined) return onDate(clock.date, clock.time, zone);
  return onWeekday(clock?.day ?? 'tuesday', clock?.time ?? '12:00', zone, playbook);
}

function placeOf(node: AstNode): Place {
  const { start } = node.$cstNode?.range ?? { start: { line: 0, character: 0 } };
  return { file: pathOf(AstUtils.getDocument(node)), line: start.line + 1, column: start.character + 1 };
}
