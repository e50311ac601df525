import { code } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { documentOf } from '../linking/files.ts';
import type { Workspace } from '../linking/workspace.ts';
import { linesOf } from '../structure/placement.ts';
import type { Fix, Fixer } from './fix.ts';
import { below } from './lines.ts';

/** Says which of two playbooks leads: either can. One that already gives way to the other, through others, can't beat it. */
export const sayWhichLeads: Fixer<{ readonly playbook: string; readonly other: string }> = ({ data, workspace }) => {
  const [one, other] = [headingCalled(data.playbook, workspace), headingCalled(data.other, workspace)];
  return one && other ? [...letBeat(one, other), ...letBeat(other, one)] : [];
};

/** The playbook of that name, wherever in the workspace it is. */
export function headingCalled(name: string, workspace: Workspace): ast.Heading | undefined {
  return workspace.everywhere(ast.Heading.$type, name).find(ast.isHeading);
}

function letBeat(winner: ast.Heading, loser: ast.Heading): readonly Fix[] {
  const [line] = linesOf(winner, ast.isBeats);
  // Whoever beats everything has said so: to name one of them besides can't be meant, and what else is isn't known.
  if (line?.everything || allBeatenBy(loser).has(winner)) return [];
  const document = documentOf(winner);
  const end = line?.$cstNode?.end;
  const change =
    end === undefined
      ? below(document, winner, `  beats ${loser.name}`)
      : { document, start: end, end, text: `, ${loser.name}` };
  return [
    { title: `Let ${code(winner.name)} lead: add ${code(`beats ${loser.name}`)} to its heading`, changes: [change] },
  ];
}

function allBeatenBy(heading: ast.Heading): ReadonlySet<ast.Heading> {
  const beaten = new Set([heading]);
  for (const one of beaten) {
    for (const line of linesOf(one, ast.isBeats)) {
      for (const { ref } of line.others) if (ast.isHeading(ref)) beaten.add(ref);
    }
  }
  return beaten;
}
