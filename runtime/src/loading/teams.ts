import type { Playbook, Team, Zone } from '../generated/format.ts';
import type { Checking } from './known.ts';
import { checkDay, placed } from './parts.ts';
import { Path } from './path.ts';
import { refer } from './references.ts';

/**
 * Teams have what their hours need. They may stand in for each other in a circle, as long as one of them is open: who passes on asks each team
 * once.
 */
export function checkTeams(checking: Checking): void {
  const { teams, zones }: Playbook = checking.playbook;
  for (const [index, team] of teams.entries()) checkTeam(checking, team, Path.ROOT.at('teams', index));
  for (const [index, zone] of zones.entries()) checkZone(checking, zone, Path.ROOT.at('zones', index));
}

function checkTeam(checking: Checking, team: Team, path: Path): void {
  placed(checking, team, path);
  if (team.zone !== undefined) refer(checking, 'time zone', team.zone, path.at('zone'));
  else if (team.hours.length > 0 || team.closed.length > 0)
    checking.report('needs-part', { of: 'a team with hours or closed days', part: 'a `zone`' }, path);
  for (const [index, day] of team.closed.entries()) checkDay(checking, day, path.at('closed', index));
  if (team.otherwise !== undefined) refer(checking, 'team', team.otherwise, path.at('otherwise'));
}

function checkZone({ report }: Checking, { from, until, transitions }: Zone, path: Path): void {
  if (from >= until) report('empty-range', { from: String(from), to: String(until) }, path);
  let last = Number.NEGATIVE_INFINITY;
  for (const [index, { at }] of transitions.entries()) {
    if (at <= last) report('wrong-order', { what: 'transitions', by: '`at`' }, path.at('transitions', index, 'at'));
    last = at;
  }
}
