import { ast, linesOf, textValue, writtenWords } from '@poise/language';
import { GrammarUtils } from 'langium';
import type { Hint, Part } from './hint.ts';
import { locationOf } from './location.ts';

/** Who is asked while a team is closed, in order: `while closed: night_desk, then duty_manager`. */
export function hintOfTeam(line: ast.EscalateTo | ast.Consult | ast.Rung): Hint[] {
  const behind = GrammarUtils.findNodeForProperty(line.$cstNode, 'team');
  const team = line.team?.ref;
  if (!behind || !team) return [];
  const [first, ...others] = standInsOf(team);
  if (!first) return [];
  const more = others.flatMap((other): Part[] => [{ text: ', then ' }, named(other)]);
  return [{ behind, label: [{ text: 'while closed: ' }, named(first), ...more] }];
}

/** The teams that `otherwise` leads to, each once, up to the first that is always open. */
function standInsOf(team: ast.Team): readonly ast.Team[] {
  const seen = new Set([team]);
  let next: ast.Team | undefined = team;
  while (next && linesOf(next, ast.isOpeningHours).length > 0) {
    next = linesOf(next, ast.isOtherwise)[0]?.team?.ref;
    if (!next || seen.has(next)) break;
    seen.add(next);
  }
  seen.delete(team);
  return [...seen].filter(({ name }) => name);
}

function named(team: ast.Team): Part {
  const lines = [...linesOf(team, ast.isAnswers), ...linesOf(team, ast.isOpeningHours)];
  const title = team.title ? textValue(team.title) : team.name;
  const tooltip = [title, ...lines.map((line) => writtenWords(line.$cstNode))].join('\n');
  return { text: team.name, tooltip, location: locationOf(team) };
}
