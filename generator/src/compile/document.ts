import type { Playbook } from '@poise/runtime';
import { behaviourHash, type Digest, hashOf, portableDigest, sourceHash } from './canonical.ts';
import type { CompiledPlaybook } from './playbook.ts';
import { withHash } from './rule-hash.ts';

export const FORMAT = '1.0';

/** The document of a compiled playbook: with its hashes, in the order of keys that documents have. */
export function documentOf(playbook: CompiledPlaybook, digest: Digest): Playbook {
  const { requires, uses, files: sources, ...does } = playbook;
  const { framework, beats, facts, phrases, wordings, actions, teams, zones, ...rest } = does;
  const { triggers, steps, boundaries, escalations, followUps, agentCare, trends, ...identity } = rest;
  const files = sources.map(({ path, text }) => ({ path, hash: sourceHash(text, digest) }));
  const hashed = <Rule extends object>(rules: readonly Rule[]) =>
    rules.map((rule) => withHash(rule, facts, phrases, digest));
  return {
    format: FORMAT,
    complete: true,
    ...identity,
    hashes: {
      sources: hashOf(files.map((file) => `${file.path} ${file.hash}\n`).join(''), digest),
      behaviour: behaviourHash(does, digest),
    },
    requires,
    uses,
    files,
    ...(framework && { framework }),
    ...{ beats, facts, phrases, wordings, actions, teams, zones, triggers, steps },
    boundaries: hashed(boundaries),
    escalations: hashed(escalations),
    followUps,
    agentCare: hashed(agentCare),
    trends: hashed(trends),
  };
}

const portable = new WeakMap<CompiledPlaybook, Playbook>();

/** The same by a digest that runs anywhere, which takes its time: so it is made once for each compiled playbook. */
export function portableDocumentOf(playbook: CompiledPlaybook): Playbook {
  const made = portable.get(playbook) ?? documentOf(playbook, portableDigest);
  portable.set(playbook, made);
  return made;
}
