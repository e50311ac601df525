import type { AstNode } from 'langium';
import type { FindingParameters } from '../findings/catalogue.ts';
import * as ast from '../generated/ast.ts';
import { RESERVED_WORDS } from '../structure/words.ts';
import type { Check } from './check.ts';

/** What every name looks like, in playbooks and in what is compiled from them. */
const NAME = /^[a-z][a-z0-9_]*$/;
const LONGEST = 64;

/** Properties of every JavaScript object and function that would pass for names. Others (`toString`, `__proto__`) have characters that no name has. */
const OBJECT_PROPERTIES: ReadonlySet<string> = new Set(['constructor', 'prototype']);

/** Names that Windows gives no file, whatever its ending. */
const DEVICES = /^(con|prn|aux|nul|(com|lpt)[0-9])$/;

type Reason = FindingParameters<'forbidden-name'>['reason'];
type Named = AstNode & { readonly name: string };

/** A name is made of small letters, digits and `_`, and isn't one that means something else to those who read the compiled playbook. */
export const nameMustBeAllowed: Check<Named> = (node, { report }) => {
  const { name } = node;
  if (!name) return;
  const place = { node, property: 'name' };
  if (!NAME.test(name)) {
    const proposal = proposalFor(name);
    report('bad-name', { name: shorten(name), ...(proposal !== undefined && { proposal }) }, place);
    return;
  }
  const reason = refusal(name, ast.isHeading(node));
  if (reason) report('forbidden-name', { name: shorten(name), reason }, place);
};

function refusal(name: string, namesAFile: boolean): Reason | undefined {
  if (name.length > LONGEST) return 'length';
  if (OBJECT_PROPERTIES.has(name)) return 'tools';
  if (!namesAFile) return undefined;
  if (name === 'index') return 'index';
  return DEVICES.test(name) ? 'device' : undefined;
}

/** The name that somebody who wrote `Late-Delivery` or `lateDelivery` may have meant. */
function proposalFor(written: string): string | undefined {
  const proposal = written
    .slice(0, LONGEST)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '');
  return NAME.test(proposal) && !RESERVED_WORDS.has(proposal) && !OBJECT_PROPERTIES.has(proposal)
    ? proposal
    : undefined;
}

function shorten(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, 20)}…` : name;
}
