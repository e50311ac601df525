import type { Workload } from './workloads.ts';

const LINES_IN_TYPE = 13;
const KINDS = 20;

/** Types in GraphQL's schema language that refer to each other: one text, since it knows no files, of about so many lines. */
export function graphqlTypes(lines: number): Workload {
  const count = Math.max(1, Math.round((lines - KINDS) / LINES_IN_TYPE));
  const kinds = Array.from({ length: KINDS }, (_, kind) => `enum Kind${kind} { ALPHA BETA GAMMA }\n`);
  // The first type is the one that a schema has to have.
  const types = Array.from({ length: count }, (_, index) => graphqlType(index));
  return new Map([['schema.graphql', [...types, ...kinds].join('')]]);
}

/** It refers to types before it, as in TypeSpec. */
function graphqlType(index: number): string {
  const nameOf = (type: number) => (type === 0 ? 'Query' : `Model${type}`);
  return `"Model number ${index} of the set"
type ${nameOf(index)} {
  id: ID!
  "The name of this"
  name: String!
  count(min: Int = 0, max: Int = 1000): Int!
  flag: Boolean
  created: String!
  label: String!
  kind: Kind${index % KINDS}
  next: ${nameOf(Math.floor(index / 2))}
  others: [${nameOf(Math.floor(index / 3))}!]!
}
`;
}
