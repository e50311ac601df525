/** The rules of all documents, made ready: in the order in which they are gone through, each with its condition and its place in the source. */
import type { IntendedAct, Place } from '../generated/conversation.ts';
import type {
  Act,
  Boundary,
  BoundaryRule,
  Condition,
  EachTimeRule,
  Exit,
  AgentCare as FormatAgentCare,
  Escalation as FormatEscalation,
  FollowUp as FormatFollowUp,
  Step as FormatStep,
  Line,
  NeverRule,
  Playbook,
  Position,
} from '../generated/format.ts';
import { type Word, wordsOf } from '../phrases/index.ts';
import type { Expression } from '../rules/index.ts';
import { ExpressionTable, type RuleCondition } from './conditions.ts';
import type { Facts } from './facts.ts';
import type { PhraseLists } from './phrase-lists.ts';

/** The acts that a host may intend. */
export type ActType = IntendedAct['type'];

/** What a `never` may forbid of each. */
const FORBIDDEN: Readonly<Record<ActType, readonly Act['act'][]>> = {
  agentSays: ['say', 'mention', 'reply'],
  agentAsks: ['ask'],
  agentOffers: ['offer'],
  agentDoes: ['do'],
  agentWarns: ['warn'],
  agentEscalates: ['escalate'],
  agentCloses: ['endConversation'],
};

/** A document, and where to find its parts. */
export interface PreparedPlaybook {
  readonly source: Playbook;
  readonly id: string;
  /** The numbers of its facts, by id. */
  readonly facts: ReadonlyMap<string, number>;
  /** The same for rules that judge. */
  readonly judgedFacts: ReadonlyMap<string, number>;
  /** The number of the fact `channel`, if it has one. */
  readonly channel: number | undefined;
  readonly steps: ReadonlyMap<string, PreparedStep>;
  readonly firstStep: PreparedStep | undefined;
}

/** What a rule, or a line of guidance, is in all traces: its id, its document, its place in the source. */
export interface Ruled {
  readonly playbook: PreparedPlaybook;
  /** The id of the rule or line. */
  readonly rule: string;
  readonly at: Place;
  readonly when: RuleCondition | undefined;
}

/** A rule with a condition, which may begin to hold. */
export interface EdgeRule<Source> extends Ruled {
  /** Its number among all rules that may begin to hold. */
  readonly number: number;
  /** Names it in a saved conversation. */
  readonly key: string;
  readonly when: RuleCondition;
  readonly source: Source;
  /** Whether it is in force only once its playbook has started. */
  readonly own: boolean;
}

export interface PreparedLine extends Ruled {
  readonly source: Line;
}

export interface PreparedStep extends Ruled {
  readonly source: FormatStep;
  readonly lines: readonly PreparedLine[];
  readonly never: readonly PreparedNever[];
  readonly skip: RuleCondition | undefined;
  readonly exits: readonly (Ruled & { readonly source: Exit })[];
  readonly done: RuleCondition | undefined;
}

export interface PreparedNever extends Ruled {
  readonly source: NeverRule;
  /** The boundary it is in, or the step. */
  readonly boundary: Boundary | undefined;
  readonly step: FormatStep | undefined;
  readonly own: boolean;
}

/** A rule of a boundary about what must come before what. */
export interface PreparedDemand extends Ruled {
  readonly number: number;
  readonly key: string;
  readonly source: Exclude<BoundaryRule, NeverRule | EachTimeRule>;
  readonly boundary: Boundary;
  readonly own: boolean;
  /** The words of the wording that it demands, in each language. */
  readonly wordings: readonly (readonly Word[])[];
  /** The number of the phrase list that it demands. */
  readonly list: number | undefined;
}

export interface EachTime extends EdgeRule<EachTimeRule> {
  readonly boundary: Boundary;
}

export interface PreparedEscalation extends EdgeRule<FormatEscalation> {
  readonly lines: readonly PreparedLine[];
  readonly continueWith: readonly { readonly playbook: string; readonly when: RuleCondition | undefined }[];
}

export interface PreparedFollowUp extends EdgeRule<FormatFollowUp> {
  readonly lines: readonly PreparedLine[];
  readonly until: RuleCondition | undefined;
}

export interface PreparedAgentCare extends EdgeRule<FormatAgentCare> {
  readonly lines: readonly PreparedLine[];
}

export interface Rules {
  readonly playbooks: readonly PreparedPlaybook[];
  readonly triggers: readonly EdgeRule<Playbook['triggers'][number]>[];
  readonly eachTime: readonly EachTime[];
  readonly escalations: readonly PreparedEscalation[];
  readonly followUps: readonly PreparedFollowUp[];
  readonly agentCare: readonly PreparedAgentCare[];
  /** For each kind of act, the rules of boundaries that may hold it back, in order. */
  readonly prohibitions: Readonly<Record<ActType, readonly (PreparedNever | PreparedDemand)[]>>;
  readonly demands: readonly PreparedDemand[];
  readonly expressions: readonly Expression[];
}

export function isDemand(rule: PreparedNever | PreparedDemand): rule is PreparedDemand {
  return rule.source.kind !== 'never';
}

/** Makes the rules of all documents ready. Documents come in the order of their ids. */
export function prepareRules(documents: readonly Playbook[], facts: Facts, phraseLists: PhraseLists): Rules {
  const expressions = new ExpressionTable();
  let rules = 0;
  const playbooks = documents.map((source) => {
    const none = new Map<string, number>();
    const numbers = facts.numbers.get(source.id) ?? none;
    return preparePlaybook(source, numbers, facts.judgedNumbers.get(source.id) ?? none, expressions);
  });

  /** All rules of a kind, in order: the own ones, playbook by playbook, then the house's, each where it first appears. */
  const inOrder = <Source extends { readonly id: string; readonly origin: 'house' | 'playbook' }>(
    of: (playbook: Playbook) => readonly Source[],
  ): readonly { readonly source: Source; readonly playbook: PreparedPlaybook; readonly own: boolean }[] => {
    const own = playbooks.flatMap((playbook) =>
      of(playbook.source)
        .filter(({ origin }) => origin === 'playbook')
        .map((source) => ({ source, playbook, own: true })),
    );
    const house = new Map<string, { source: Source; playbook: PreparedPlaybook; own: boolean }>();
    for (const playbook of playbooks) {
      for (const source of of(playbook.source)) {
        if (source.origin === 'house' && !house.has(source.id)) house.set(source.id, { source, playbook, own: false });
      }
    }
    return [...own, ...house.values()];
  };

  const edge = <Source extends { readonly id: string; readonly when: Condition; readonly at: Position }>(
    kind: string,
    { source, playbook, own }: { readonly source: Source; readonly playbook: PreparedPlaybook; readonly own: boolean },
  ): EdgeRule<Source> => ({
    number: rules++,
    key: `${kind} ${own ? `${playbook.id}/` : ''}${source.id}`,
    source,
    playbook,
    own,
    rule: source.id,
    at: placeOf(playbook.source, source.at),
    when: expressions.condition(source.when, numberIn(playbook)),
  });
  const lines = (of: readonly Line[], playbook: PreparedPlaybook) => prepareLines(of, playbook, expressions);
  const optional = (condition: Condition | undefined, playbook: PreparedPlaybook) =>
    condition && expressions.condition(condition, numberIn(playbook));

  const boundaries = inOrder(({ boundaries }) => boundaries);
  const boundaryRules = boundaries.flatMap(({ source: boundary, playbook, own }) =>
    boundary.rules.map((rule) => ({ boundary, playbook, own, rule })),
  );
  const eachTime: EachTime[] = [];
  const prohibitions: (PreparedNever | PreparedDemand)[] = [];
  for (const { boundary, playbook, own, rule } of boundaryRules) {
    if (rule.kind === 'eachTime') {
      eachTime.push({ ...edge('eachTime', { source: rule, playbook, own }), boundary });
    } else if (rule.kind === 'never') {
      prohibitions.push({ ...prepareNever(rule, playbook, expressions), boundary, step: undefined, own });
    } else {
      prohibitions.push({
        number: rules++,
        key: `demand ${own ? `${playbook.id}/` : ''}${rule.id}`,
        source: rule,
        playbook,
        own,
        boundary,
        rule: rule.id,
        at: placeOf(playbook.source, rule.at),
        when: 'when' in rule && rule.when ? expressions.condition(rule.when, judgedNumberIn(playbook)) : undefined,
        wordings: rule.kind === 'mustSay' ? wordingsOf(playbook.source, rule.wording) : [],
        list:
          rule.kind === 'mustSay' && rule.phrases !== undefined
            ? phraseLists.numbersOf(playbook.id, [rule.phrases])[0]
            : undefined,
      });
    }
  }

  const mayHoldBack =
    (type: ActType) =>
    (rule: PreparedNever | PreparedDemand): boolean =>
      rule.source.kind === 'never'
        ? rule.source.acts.some(({ act }) => FORBIDDEN[type].includes(act))
        : type === 'agentCloses';

  return {
    playbooks,
    triggers: playbooks.flatMap((playbook) =>
      playbook.source.triggers.map((source) => edge('trigger', { source, playbook, own: true })),
    ),
    eachTime,
    escalations: inOrder(({ escalations }) => escalations).map((entry) => ({
      ...edge('escalation', entry),
      lines: lines(entry.source.lines, entry.playbook),
      continueWith: entry.source.continueWith.map(({ playbook, when }) => ({
        playbook,
        when: optional(when, entry.playbook),
      })),
    })),
    followUps: playbooks.flatMap((playbook) =>
      playbook.source.followUps.map((source) => ({
        ...edge('followUp', { source, playbook, own: true }),
        lines: lines(source.lines, playbook),
        until: optional(source.repeat?.until, playbook),
      })),
    ),
    agentCare: inOrder(({ agentCare }) => agentCare).map((entry) => ({
      ...edge('agentCare', entry),
      lines: lines(entry.source.lines, entry.playbook),
    })),
    prohibitions: {
      agentSays: prohibitions.filter(mayHoldBack('agentSays')),
      agentAsks: prohibitions.filter(mayHoldBack('agentAsks')),
      agentOffers: prohibitions.filter(mayHoldBack('agentOffers')),
      agentDoes: prohibitions.filter(mayHoldBack('agentDoes')),
      agentWarns: prohibitions.filter(mayHoldBack('agentWarns')),
      agentEscalates: prohibitions.filter(mayHoldBack('agentEscalates')),
      agentCloses: prohibitions.filter(mayHoldBack('agentCloses')),
    },
    demands: prohibitions.filter(isDemand),
    expressions: expressions.all(),
  };
}

function wordingsOf({ wordings }: Playbook, id: string | undefined): readonly (readonly Word[])[] {
  const wording = wordings.find((candidate) => candidate.id === id);
  return wording ? [wording.text, ...wording.translations.map(({ text }) => text)].map(wordsOf) : [];
}

function preparePlaybook(
  source: Playbook,
  facts: ReadonlyMap<string, number>,
  judgedFacts: ReadonlyMap<string, number>,
  expressions: ExpressionTable,
): PreparedPlaybook {
  const steps = new Map<string, PreparedStep>();
  const channel = facts.get('channel');
  const playbook = {
    source,
    id: source.id,
    facts,
    judgedFacts,
    channel,
    steps,
    firstStep: undefined as PreparedStep | undefined,
  };
  const optional = (condition: Condition | undefined) =>
    condition && expressions.condition(condition, numberIn(playbook));
  for (const step of source.steps) {
    steps.set(step.id, {
      source: step,
      playbook,
      rule: step.id,
      at: placeOf(source, step.at),
      when: undefined,
      lines: prepareLines(step.lines, playbook, expressions),
      never: step.never.map((rule) => ({
        ...prepareNever(rule, playbook, expressions),
        boundary: undefined,
        step,
        own: true,
      })),
      skip: optional(step.skip),
      exits: step.exits.map((exit) => ({
        source: exit,
        playbook,
        rule: exit.id,
        at: placeOf(source, exit.at),
        when: optional(exit.when),
      })),
      done: optional(step.done),
    });
  }
  const [first] = source.steps;
  playbook.firstStep = first && steps.get(first.id);
  return playbook;
}

function prepareNever(rule: NeverRule, playbook: PreparedPlaybook, expressions: ExpressionTable) {
  return {
    source: rule,
    playbook,
    rule: rule.id,
    at: placeOf(playbook.source, rule.at),
    when: rule.when && expressions.condition(rule.when, judgedNumberIn(playbook)),
  };
}

function prepareLines(
  lines: readonly Line[],
  playbook: PreparedPlaybook,
  expressions: ExpressionTable,
): readonly PreparedLine[] {
  return lines.map((source) => ({
    source,
    playbook,
    rule: source.id,
    at: placeOf(playbook.source, source.at),
    when: source.when && expressions.condition(source.when, numberIn(playbook)),
  }));
}

function numberIn({ facts }: { readonly facts: ReadonlyMap<string, number> }): (id: string) => number {
  return (id) => facts.get(id) ?? -1;
}

function judgedNumberIn({ judgedFacts }: Pick<PreparedPlaybook, 'judgedFacts'>): (id: string) => number {
  return (id) => judgedFacts.get(id) ?? -1;
}

/** A position of a document, with the path of the file. */
export function placeOf(playbook: Playbook, { file, line, column }: Position): Place {
  return { file: playbook.files[file]?.path ?? '', line, column };
}
