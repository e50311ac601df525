import * as ast from '../generated/ast.ts';
import { headingOf } from '../linking/files.ts';
import { linesOf, MEMBERS } from '../structure/placement.ts';
import type { Check } from './check.ts';

/** What runs in a conversation belongs to a playbook. A file that forgot its heading has one mistake, however many steps it has. */
export const fileWithStepsMustHaveAHeading: Check<ast.PlaybookFile> = (file, { report }) => {
  if (headingOf(file)) return;
  const first = file.members.find(
    (member) => ast.isStep(member) || ast.isTrigger(member) || ast.isFollowUp(member) || ast.isScenario(member),
  );
  if (!first) return;
  const { noun, keyword } = MEMBERS[first.$type];
  report('needs-playbook', { kind: noun }, { node: first, keyword });
};

/** A team says how soon it answers: ladders and waiting times are worked out from it. */
export const teamMustSayHowSoonItAnswers: Check<ast.Team> = (team, { report }) => {
  if (!team.name || linesOf(team, ast.isAnswers).length > 0) return;
  report(
    'missing-line',
    {
      member: `team \`${team.name}\``,
      line: 'answers within',
      why: 'nobody can tell how long a customer waits for it',
      example: 'answers within 5 minutes',
    },
    { node: team, property: 'name' },
  );
};

/** A closed team passes on to another one. */
export const teamMustNotPassOnToItself: Check<ast.Otherwise> = (line, { report }) => {
  const team = line.team?.$refText;
  if (team && ast.isTeam(line.$container) && line.$container.name === team)
    report('ladder-to-itself', { team }, { node: line, property: 'team' });
};
