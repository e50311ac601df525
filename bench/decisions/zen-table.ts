/// <reference types="node" />
import type { Comparison, Rule } from './workload.ts';

/** A decision table that collects the numbers of all rules that hold, in the form that the engine reads. Of the ways to say this it is the fastest. */
export function zenTable(rules: readonly Rule[], facts: readonly string[]): Buffer {
  const position = { x: 0, y: 0 };
  const blank = Object.fromEntries(facts.map((fact) => [fact, '']));
  const content = {
    hitPolicy: 'collect',
    inputs: facts.map((fact) => ({ id: fact, name: fact, field: fact, type: 'expression' })),
    outputs: [{ id: 'rule', name: 'rule', field: 'rule', type: 'expression' }],
    // A row that has no cell for some column never matches, and nobody says so.
    rules: rules.map((rule, number) => ({
      ...blank,
      ...Object.fromEntries(rule.map((comparison) => [comparison.fact, cellOf(comparison)])),
      _id: `rule ${number}`,
      rule: String(number),
    })),
  };
  const graph = {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position },
      { id: 'table', name: 'table', type: 'decisionTableNode', position, content },
      { id: 'out', name: 'out', type: 'outputNode', position },
    ],
    edges: [
      { id: 'to table', type: 'edge', sourceId: 'in', targetId: 'table' },
      { id: 'from table', type: 'edge', sourceId: 'table', targetId: 'out' },
    ],
  };
  return Buffer.from(JSON.stringify(graph));
}

/** The numbers of the rules that the table has collected. */
export function rulesIn({ result }: { readonly result: unknown }): readonly number[] {
  return ((result ?? []) as readonly { readonly rule: number }[]).map(({ rule }) => rule);
}

function cellOf({ is, value }: Comparison): string {
  if (is === 'in') return value.map((one) => JSON.stringify(one)).join(', ');
  if (is === '==') return JSON.stringify(value);
  return is === '!=' ? `$ != ${JSON.stringify(value)}` : `${is} ${value}`;
}
