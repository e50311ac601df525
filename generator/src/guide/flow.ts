import { lengthOfTime } from '@poise/language/words';
import type { Step } from '@poise/runtime';
import type { CompiledPlaybook } from '../compile/playbook.ts';
import type { Flow, FlowEdge, FlowNode, GuidePart } from './guide.ts';
import { titleIn, whenWords } from './words.ts';

/**
 * The way through a playbook: its start, its steps, where they lead, and its own escalations, which can begin anywhere. House rules are the same for
 * many playbooks, and say nothing of the way through this one.
 *
 * @param broken steps that can't be shown
 */
export function flowOf(playbook: CompiledPlaybook, broken: readonly GuidePart[]): Flow {
  const { steps } = playbook;
  const nodes = new Map<string, FlowNode>();
  const add = (node: FlowNode): string => {
    if (!nodes.has(node.id)) nodes.set(node.id, node);
    return node.id;
  };
  const other = (id: string): string =>
    add({ id: `playbook ${id}`, kind: 'other', title: id, note: 'another playbook' });
  const team = (id: string): string => {
    const known = playbook.teams.find((one) => one.id === id);
    const note = known && `answers within ${lengthOfTime(known.answersWithin)}`;
    const at = known && { at: known.at };
    return add({ id: `team ${id}`, kind: 'team', title: known?.title ?? id, ...(note && { note }), ...at });
  };
  const edges: FlowEdge[] = [];
  add({ id: 'start', kind: 'start', title: 'Starts' });
  for (const step of steps) add(stepNode(step, playbook));
  const named = broken.filter(({ id }) => id !== '');
  for (const { id, title, at } of named) add({ id: `step ${id}`, kind: 'broken', title, at });
  const [first] = [...steps, ...named].sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  if (first) edges.push({ from: 'start', to: `step ${first.id}`, kind: 'next', label: '' });
  for (const { id, lines, exits, done, next } of steps) {
    const from = `step ${id}`;
    for (const line of lines) {
      const label = whenWords(line.when).when ?? '';
      if (line.kind === 'escalate') edges.push({ from, to: team(line.team), kind: 'jump', label });
      if (line.kind === 'complete') edges.push({ from, to: other(line.playbook), kind: 'jump', label: 'and back' });
    }
    for (const exit of exits) {
      const to = exit.kind === 'goTo' ? `step ${exit.step}` : other(exit.playbook);
      edges.push({ from, to, kind: 'jump', label: whenWords(exit.when).when ?? '' });
    }
    const to = next === undefined ? add({ id: 'end', kind: 'end', title: 'Complete' }) : `step ${next}`;
    if (!exits.some(({ when }) => !when)) edges.push({ from, to, kind: 'next', label: whenWords(done).when ?? '' });
  }
  for (const { id, title = id, origin, when, ladder, at } of playbook.escalations) {
    if (origin === 'house') continue;
    let from = add({ id: `escalation ${id}`, kind: 'escalation', title, kicker: 'At any time', at });
    for (const [index, { team: asked, after }] of ladder.entries()) {
      const to = add({
        id: `escalation ${id} ${index}`,
        kind: 'team',
        title: titleIn(playbook.teams, asked),
        at,
      });
      const label = index === 0 ? (whenWords(when).when ?? '') : `no answer for ${lengthOfTime(after)}`;
      edges.push({ from, to, kind: 'ladder', label });
      from = to;
    }
  }
  // What leads to something that isn't there leads nowhere.
  return { nodes: [...nodes.values()], edges: edges.filter(({ from, to }) => nodes.has(from) && nodes.has(to)) };
}

function stepNode({ id, title = id, stage, skip, at }: Step, { framework }: CompiledPlaybook): FlowNode {
  return {
    id: `step ${id}`,
    kind: 'step',
    title,
    ...(stage !== undefined && { kicker: titleIn(framework?.stages ?? [], stage) }),
    ...(skip && { note: `skipped ${whenWords(skip).when}` }),
    at,
  };
}
