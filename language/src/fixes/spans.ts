import { type AstNode, AstUtils, GrammarUtils } from 'langium';
import { yearAfter } from '../checks/dates.ts';
import { code } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import type { Change, Fixer, Source } from './fix.ts';
import { write } from './written.ts';

/** Lets a range go from the smaller number to the larger. */
export const turnRange: Fixer<{ readonly min: string; readonly max: string }> = ({
  data: { min, max },
  node,
  document,
}) => {
  const type = AstUtils.getContainerOfType(node, (one) => ast.isRangeType(one) || ast.isUnitType(one));
  if (!type || min === max) return [];
  return [{ title: `Write ${code(`from ${max} to ${min}`)}`, changes: swapped(document, type, 'min', 'max') }];
};

/** Lets a period begin before it ends. */
export const turnPeriod: Fixer<{ readonly from: string; readonly until: string }> = ({
  data: { from, until },
  node,
  document,
}) => {
  const validity = AstUtils.getContainerOfType(node, ast.isValidity);
  if (!validity) return [];
  return [
    { title: `Write ${code(`from ${until} until ${from}`)}`, changes: swapped(document, validity, 'from', 'until') },
  ];
};

function swapped(document: Source, node: AstNode, first: string, second: string): Change[] {
  const [a, b] = [first, second].map((property) => GrammarUtils.findNodeForProperty(node.$cstNode, property));
  if (!a || !b) return [];
  return [
    { document, start: a.offset, end: a.end, text: b.text },
    { document, start: b.offset, end: b.end, text: a.text },
  ];
}

/** Opens for the whole day what would open and close at the same moment. */
export const openAllDay: Fixer<unknown> = (context) => {
  const hours = AstUtils.getContainerOfType(context.node, ast.isOpeningHours);
  const [opens, closes] = ['opens', 'closes'].map((property) =>
    GrammarUtils.findNodeForProperty(hours?.$cstNode, property),
  );
  return opens && closes ? [write(context, '00:00 to 24:00', { start: opens.offset, end: closes.end })] : [];
};

/** Writes a time as times are written. */
export const writeTheTime: Fixer<{ readonly problem: string; readonly proposal?: string | undefined }> = (context) => {
  const { problem, proposal } = context.data;
  const time = problem === 'closing-only' ? '00:00' : proposal;
  return time === undefined ? [] : [write(context, time)];
};

/** Names one day, or all of them. */
export const nameTheDays: Fixer<{ readonly day: string }> = (context) => [
  write(context, context.data.day),
  write(context, 'daily'),
];

/** Names a time zone behind hours that have none: one that other teams are in, if there is any. */
export const nameTheTimeZone: Fixer<{ readonly line: 'open' | 'closed' }> = ({ data, node, document, workspace }) => {
  const line = AstUtils.getContainerOfType(node, (one) => ast.isOpeningHours(one) || ast.isClosedDays(one));
  const place = line?.$cstNode;
  if (!place) return [];
  const teams = [...workspace.allVisible(document, [ast.Team.$type])].filter(ast.isTeam);
  const named = teams.flatMap((team) =>
    team.items.flatMap((item) => (ast.isOpeningHours(item) ? (item.zone ?? []) : [])),
  );
  const zones = named.length > 0 ? [...new Set(named)] : ['"Europe/London"'];
  return zones.map((zone) => {
    const hours = `open daily 00:00 to 24:00 ${zone}`;
    return data.line === 'open'
      ? { title: `Add ${code(zone)}`, changes: [{ document, start: place.end, end: place.end, text: ` ${zone}` }] }
      : {
          title: `Add ${code(hours)}`,
          changes: [{ document, start: place.offset, end: place.offset, text: `${hours}\n  ` }],
        };
  });
};

/** Sets the next day of review, a year from now. To read the playbook again is for its owner. */
export const reviewNextYear: Fixer<{ readonly today: string }> = (context) => {
  const next = yearAfter(context.data.today);
  return [{ ...write(context, next), title: `It has been read again: write ${code(next)}` }];
};
