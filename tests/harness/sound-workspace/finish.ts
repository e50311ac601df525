import type { ast } from '@poise/language';
import {
  type AnyPlain,
  nodesIn,
  nodesOf,
  type Plain,
  type PlainItem,
  type PlainMember,
  type PlainOf,
  refsIn,
} from './plain.ts';
import { type Pen, refTo } from './scope.ts';
import { listReference, text } from './texts.ts';

/**
 * A playbook's members with what a careful author adds at the end: a use for all that nothing uses yet, a line that gathers what conditions ask about, a
 * goal for each step that talks. All of it in the first step, but for the goals.
 */
export function finished(members: readonly PlainMember[], pen: Pen): PlainMember[] {
  const used = addedToFirstStep(
    members,
    unused(members).map((member) => useFor(member, pen)),
  );
  const missing = neverGathered(used);
  const gathered = addedToFirstStep(used, missing.length > 0 ? [{ $type: 'Record', fields: missing }] : []);
  return gathered.map((member) => (member.$type === 'Step' ? complete(member, pen) : member));
}

function addedToFirstStep(members: readonly PlainMember[], lines: readonly PlainItem[]): PlainMember[] {
  const first = members.findIndex(({ $type }) => $type === 'Step');
  return members.map((member, index) =>
    index === first && member.$type === 'Step' ? { ...member, items: [...lines, ...member.items] } : member,
  );
}

/** What has to be named somewhere to matter. */
type Passive = Extract<
  PlainMember,
  { $type: 'Signal' | 'Field' | 'Action' | 'Situation' | 'Wording' | 'PhraseList' | 'Team' }
>;
const PASSIVE: ReadonlySet<string> = new Set([
  ...['Signal', 'Field', 'Action', 'Situation', 'Wording', 'PhraseList', 'Team'],
]);

function unused(members: readonly PlainMember[]): Passive[] {
  const named = new Set([...refsIn(members)].map(({ to, name }) => `${to} ${name}`));
  return members
    .filter((member): member is Passive => PASSIVE.has(member.$type))
    .filter(({ $type, name }) => !named.has(`${$type} ${name}`));
}

function useFor(member: Passive, { choices }: Pen): PlainItem {
  const guidance = { $type: 'Do', channels: [], text: text(choices) } as const;
  switch (member.$type) {
    case 'Signal':
    case 'Field': {
      const subject = refTo(member.$type, member.name);
      const relation = { $type: 'KnownRelation', negated: false } as const;
      return { ...guidance, when: { $type: 'Comparison', subject, relation } };
    }
    case 'Situation':
      return { ...guidance, unless: { $type: 'Comparison', subject: refTo('Situation', member.name) } };
    case 'Action':
      return { $type: 'Do', channels: [], action: refTo('Action', member.name) };
    case 'Wording':
      return { $type: 'Say', channels: [], alternatives: [], wording: refTo('Wording', member.name) };
    case 'PhraseList': {
      const phrases = [listReference(refTo('PhraseList', member.name))];
      const said = { $type: 'Speech', speaker: 'customer', past: true, negated: false, twice: false } as const;
      return { ...guidance, when: { ...said, phrases } };
    }
    case 'Team':
      return { $type: 'Consult', team: refTo('Team', member.name) };
  }
}

/** The fields that conditions ask about and nothing in this file gathers. */
function neverGathered(members: readonly PlainMember[]): Plain<ast.Record>['fields'] {
  const gathered = new Set(
    [...nodesIn(members)].flatMap((node) =>
      node.$type === 'Ask'
        ? [node.field.name]
        : node.$type === 'Record' || node.$type === 'AlwaysRecord'
          ? node.fields.map(({ name }) => name)
          : [],
    ),
  );
  const asked = nodesOf(members, 'Comparison').flatMap(({ subject }) =>
    subject?.to === 'Field' ? [subject.name] : [],
  );
  return [...new Set(asked)].filter((name) => !gathered.has(name)).map((name) => refTo('Field', name));
}

const GUIDANCE: ReadonlySet<string> = new Set<AnyPlain['$type']>([
  ...([
    'Say',
    'Ask',
    'Do',
    'Offer',
    'Record',
    'Commitment',
    'Consult',
    'EscalateTo',
    'ContinueWith',
    'Complete',
  ] as const),
]);
const TALK: ReadonlySet<string> = new Set<AnyPlain['$type']>(['Say', 'Ask', 'Offer']);

/** A step with something to do, and with a goal if it talks. */
function complete(step: PlainOf<'Step'>, { choices }: Pen): PlainOf<'Step'> {
  const has = (kinds: ReadonlySet<string>) => step.items.some(({ $type }) => kinds.has($type));
  const guidance: PlainItem[] = has(GUIDANCE) ? [] : [{ $type: 'Do', channels: [], text: text(choices) }];
  const goal: PlainItem[] = has(TALK) && !has(new Set(['Goal'])) ? [{ $type: 'Goal', text: text(choices) }] : [];
  return { ...step, items: [...goal, ...step.items, ...guidance] };
}
