import type { FindingParameters } from '../findings/catalogue.ts';
import { shortened } from '../findings/shortened.ts';
import { RESERVED_WORDS } from './words.ts';

/** What every name looks like, in playbooks and in what is compiled from them. */
const NAME = /^[a-z][a-z0-9_]*$/;
const LONGEST = 64;

/** Properties of every JavaScript object and function that would pass for names. Others (`toString`, `__proto__`) have characters that no name has. */
const OBJECT_PROPERTIES: ReadonlySet<string> = new Set(['constructor', 'prototype']);

/** Names that Windows gives no file, whatever its ending. */
const DEVICES = /^(con|prn|aux|nul|(com|lpt)[0-9])$/;

type Reason = FindingParameters<'forbidden-name'>['reason'];

/** Why something can't be called so: a finding's code and its parameters. */
type NameProblem = {
  readonly [Code in 'bad-name' | 'forbidden-name']: {
    readonly code: Code;
    readonly parameters: FindingParameters<Code>;
  };
}['bad-name' | 'forbidden-name'];

/**
 * What is wrong with a name by itself, if anything.
 *
 * @param namesAFile whether it is a playbook's, after which its file is called
 */
export function nameProblem(name: string, namesAFile: boolean): NameProblem | undefined {
  if (!NAME.test(name)) {
    const proposal = proposalFor(name);
    return { code: 'bad-name', parameters: { name: shown(name), ...(proposal !== undefined && { proposal }) } };
  }
  const reason = refusal(name, namesAFile);
  return reason && { code: 'forbidden-name', parameters: { name: shown(name), reason } };
}

function refusal(name: string, namesAFile: boolean): Reason | undefined {
  if (name.length > LONGEST) return 'length';
  if (OBJECT_PROPERTIES.has(name)) return 'tools';
  if (!namesAFile) return undefined;
  if (name === 'index') return 'index';
  return DEVICES.test(name) ? 'device' : undefined;
}

/** The name that something should have: its own, unless no name is written so and it is plain which one was meant. */
export function rightName(name: string): string {
  return NAME.test(name) ? name : (proposalFor(name) ?? name);
}

/** The name that somebody who wrote `Late-Delivery` or `lateDelivery` may have meant. */
export function proposalFor(written: string): string | undefined {
  const proposal = spelledAsName(written);
  return NAME.test(proposal) && !RESERVED_WORDS.has(proposal) && !OBJECT_PROPERTIES.has(proposal)
    ? proposal
    : undefined;
}

/** Words in the letters that a name has: nothing is left of those that have none of them. */
export function spelledAsName(written: string): string {
  return written
    .slice(0, LONGEST)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '');
}

/** A name, as a message shows it. */
function shown(name: string): string {
  return name.length > LONGEST ? shortened(name, 22) : name;
}
