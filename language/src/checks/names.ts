import type { AstNode } from 'langium';
import * as ast from '../generated/ast.ts';
import { nameProblem } from '../structure/names.ts';
import type { Check } from './check.ts';

type Named = AstNode & { readonly name: string };

/** A name is made of small letters, digits and `_`, and isn't one that means something else to those who read the compiled playbook. */
export const nameMustBeAllowed: Check<Named> = (node, { report }) => {
  if (!node.name) return;
  const problem = nameProblem(node.name, ast.isHeading(node));
  if (problem) report(problem.code, problem.parameters, { node, property: 'name' });
};
