import { ast, languageTag, linesOf, stringValue, textValue, type Workspace } from '@poise/language';
import type {
  AgentCare,
  Boundary,
  Escalation,
  Framework,
  KnownCapability,
  Phrase,
  PhraseList,
  Playbook,
  Step,
  Team,
  Trend,
  Trigger,
  Wording,
  Zone,
} from '@poise/runtime';
import type { AstNode } from 'langium';
import { pathOf } from '../load-sources.ts';
import { compilePhrase } from '../phrases.ts';
import { compileBoundary } from './boundaries.ts';
import { compileGuard, target } from './conditions.ts';
import { CompileContext } from './context.ts';
import { compileExits, compileLines, compileNever } from './lines.ts';
import { described, ownerOf } from './named.ts';
import { compileAgentCare, compileEscalation, compileFollowUp, compileTrend } from './rules.ts';
import { compileTeam } from './teams.ts';
import { compileZone } from './zone.ts';

/** A compiled playbook but for its hashes, which only a document to be written needs: in place of those of its sources it has their texts. */
export interface CompiledPlaybook
  extends Omit<
    Playbook,
    'format' | 'complete' | 'hashes' | 'files' | 'boundaries' | 'escalations' | 'agentCare' | 'trends'
  > {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly boundaries: readonly Omit<Boundary, 'hash'>[];
  readonly escalations: readonly Omit<Escalation, 'hash'>[];
  readonly agentCare: readonly Omit<AgentCare, 'hash'>[];
  readonly trends: readonly Omit<Trend, 'hash'>[];
}

/**
 * Compiles one playbook, with everything that holds in it: its own rules, then those of the files it uses. Of signals, phrases, teams and
 * the like the document holds what those need, no more.
 */
export function compilePlaybook(heading: ast.Heading, workspace: Workspace): CompiledPlaybook {
  return compileIn(new CompileContext(heading, workspace));
}

/** Compiles a playbook, as far as the context takes parts of the sources. */
export function compileIn(context: CompileContext): CompiledPlaybook {
  const heading = context.part(context.heading) ?? context.heading;
  const rules = compileRules(context);
  // After the rules: only then is it known what they need.
  const declarations = compileDeclarations(heading, context);
  return {
    ...compileHeading(heading, context),
    requires: sorted(context.required),
    uses: sorted(context.used),
    files: context.files.map((document) => ({ path: pathOf(document), text: document.textDocument.getText() })),
    ...declarations,
    ...rules,
  };
}

/**
 * Compiles a single declaration or rule by itself, to see whether that can be done.
 *
 * @throws Error where it can't
 */
export function compileMember(member: AstNode, context: CompileContext): void {
  if (ast.isHeading(member)) compileBeats(member);
  else if (ast.isSignal(member) || ast.isField(member) || ast.isSituation(member)) context.facts.declare(member);
  else if (ast.isPhraseList(member)) compilePhraseList(member, context);
  else if (ast.isWording(member)) compileWording(member, context);
  else if (ast.isTeam(member)) zonesOf([compileTeam(member, context)]);
  else if (ast.isFramework(member)) compileFramework(member, context);
  else if (ast.isTrigger(member)) compileTrigger(member, context);
  else if (ast.isStep(member)) compileStep(member, undefined, context);
  else if (ast.isBoundary(member)) compileBoundary(member, context);
  else if (ast.isEscalation(member)) compileEscalation(member, context);
  else if (ast.isFollowUp(member)) compileFollowUp(member, context);
  else if (ast.isAgentCare(member)) compileAgentCare(member, context);
  else if (ast.isTrend(member)) compileTrend(member, context);
}

/** All that acts: the playbook's own, then what holds because of the files it uses. */
function compileRules(context: CompileContext) {
  const own = context.file.members;
  const all = context.closure.flatMap((document) => document.parseResult.value.members);
  const steps = own.filter(ast.isStep);
  const each = <Member extends AstNode, Rule>(members: readonly Member[], compile: (member: Member) => Rule): Rule[] =>
    members.flatMap((member) => {
      const part = context.part(member);
      return part ? [compile(part)] : [];
    });
  return {
    triggers: each(own.filter(ast.isTrigger), (trigger) => compileTrigger(trigger, context)),
    steps: steps.flatMap((step, index) => each([step], (part) => compileStep(part, steps[index + 1], context))),
    boundaries: each(all.filter(ast.isBoundary), (boundary) => compileBoundary(boundary, context)),
    escalations: each(all.filter(ast.isEscalation), (escalation) => compileEscalation(escalation, context)),
    followUps: each(own.filter(ast.isFollowUp), (followUp) => compileFollowUp(followUp, context)),
    agentCare: each(all.filter(ast.isAgentCare), (care) => compileAgentCare(care, context)),
    trends: each(all.filter(ast.isTrend), (trend) => compileTrend(trend, context)),
  };
}

/** What the rules turned out to need: to be asked only when all of them have been compiled. */
function compileDeclarations(heading: ast.Heading, context: CompileContext) {
  const [follows] = linesOf(heading, ast.isFollows);
  const framework = follows && context.part(target(follows.framework));
  const wordings = referred(context, ast.isWording).map((wording) => compileWording(wording, context));
  // Teams that stand in for others join the set while it is gone through.
  const teams = [...everyTeam(context)];
  return {
    ...(framework && { framework: compileFramework(framework, context) }),
    beats: compileBeats(heading),
    facts: context.facts.all(),
    phrases: compilePhraseLists(context),
    wordings,
    actions: referred(context, ast.isAction).map((action) => ({
      ...described(action, context),
      at: context.position(action),
    })),
    teams,
    zones: zonesOf(teams),
  };
}

function compileTrigger(trigger: ast.Trigger, context: CompileContext): Trigger {
  const when = compileGuard(trigger, ownerOf(trigger), context);
  if (!when) throw new Error(`trigger ${trigger.name} has no condition`);
  return { ...described(trigger, context), when, at: context.position(trigger) };
}

function sorted(capabilities: ReadonlySet<KnownCapability>): KnownCapability[] {
  return [...capabilities].sort();
}

function compileHeading(heading: ast.Heading, context: CompileContext) {
  const [about] = linesOf(heading, ast.isAbout);
  const [owner] = linesOf(heading, ast.isOwner);
  const [version] = linesOf(heading, ast.isVersion);
  const [status] = linesOf(heading, ast.isStatus);
  const [review] = linesOf(heading, ast.isReviewBy);
  const [valid] = linesOf(heading, ast.isValidity);
  const basis = linesOf(heading, ast.isSource).map((source) => textValue(source.text));
  return {
    id: heading.name,
    title: heading.title ? textValue(heading.title) : heading.name,
    ...context.note(heading),
    ...(about && { about: textValue(about.text) }),
    owner: owner ? textValue(owner.text) : '',
    version: version?.value ?? '',
    status: (status?.value ?? 'active') as Playbook['status'],
    ...(review && { reviewBy: review.date }),
    ...(valid && { validFrom: valid.from }),
    ...(valid?.until !== undefined && { validUntil: valid.until }),
    ...(basis.length > 0 && { basis }),
  };
}

function compileBeats(heading: ast.Heading): Playbook['beats'] {
  const lines = linesOf(heading, ast.isBeats);
  return {
    everything: lines.some((line) => line.everything),
    playbooks: lines.flatMap((line) => line.others.map((other) => target(other).name)),
  };
}

function compileStep(step: ast.Step, next: ast.Step | undefined, context: CompileContext): Step {
  const owner = ownerOf(step);
  const [stage] = linesOf(step, ast.isStageReference);
  const [goal] = linesOf(step, ast.isGoal);
  const [skip] = linesOf(step, ast.isSkipWhen);
  const [done] = linesOf(step, ast.isDoneWhen);
  const stageNode = stage && target(stage.stage);
  const goalText = goal?.text ?? stageNode?.goal;
  const skipWhen = skip && compileGuard(skip, owner, context);
  const doneWhen = done && compileGuard(done, owner, context);
  return {
    ...described(step, context),
    ...(stageNode && { stage: stageNode.name }),
    ...(goalText && { goal: textValue(goalText) }),
    lines: compileLines(step, owner, context),
    never: linesOf(step, ast.isNever).map((never) => compileNever(never, owner, context)),
    ...(skipWhen && { skip: skipWhen }),
    exits: compileExits(step, context),
    ...(doneWhen && { done: doneWhen }),
    ...(next && { next: next.name }),
    at: context.position(step),
  };
}

function compileFramework(framework: ast.Framework, context: CompileContext): Framework {
  return {
    ...described(framework, context),
    stages: framework.stages.map((stage) => ({
      id: stage.name,
      ...(stage.title && { title: textValue(stage.title) }),
      ...context.note(stage),
      ...(stage.goal && { goal: textValue(stage.goal) }),
      optional: stage.optional,
      at: context.position(stage),
    })),
    at: context.position(framework),
  };
}

function compileWording(wording: ast.Wording, context: CompileContext): Wording {
  return {
    id: wording.name,
    text: textValue(wording.text),
    translations: wording.translations.map(({ language, text }) => ({
      language: languageTag(language) ?? language,
      text: textValue(text),
    })),
    ...(wording.approver && { approvedBy: context.refer(target(wording.approver)) }),
    ...context.note(wording),
    at: context.position(wording),
  };
}

function* everyTeam(context: CompileContext) {
  for (const node of context.referred) {
    const team = ast.isTeam(node) && context.part(node);
    if (team) yield compileTeam(team, context);
  }
}

function zonesOf(teams: readonly Team[]): Zone[] {
  return [...new Set(teams.flatMap((team) => team.zone ?? []))].sort().map(compileZone);
}

function referred<Node extends AstNode>(context: CompileContext, is: (node: unknown) => node is Node): Node[] {
  const nodes = [...context.referred].filter((node) => is(node)) as unknown as Node[];
  return nodes.flatMap((node) => context.part(node) ?? []);
}

/** The lists that rules refer to, with the phrases and exceptions of the lists that they name in turn. */
function compilePhraseLists(context: CompileContext): PhraseList[] {
  const named = referred(context, ast.isPhraseList).map((list) => compilePhraseList(list, context));
  const inline = [...context.inlineLists].map(([id, { phrases, node }]) => ({
    id,
    phrases: phrases.flatMap(phrasesFrom),
    except: [],
    at: context.position(node),
  }));
  const lists = [...named, ...inline];
  if (lists.some((list) => [...list.phrases, ...list.except].some(usesKinds))) context.require('phrase-kinds');
  return lists;
}

function compilePhraseList(list: ast.PhraseList, context: CompileContext): PhraseList {
  return {
    ...described(list, context),
    phrases: phrasesOf(list),
    except: exceptionsOf(list),
    at: context.position(list),
  };
}

/** A list's phrases, and those of the lists it names. */
function phrasesOf(list: ast.PhraseList): Phrase[] {
  return list.patterns.flatMap((source) => phrasesFrom(source));
}

/** What cancels a match: the list's own exceptions, and those of the lists it names. */
function exceptionsOf(list: ast.PhraseList): Phrase[] {
  const own = list.exceptions.flatMap((source) => phrasesFrom(source));
  const named = list.patterns.filter(ast.isPhraseListReference).map((reference) => target(reference.list));
  return [...own, ...named.flatMap(exceptionsOf)];
}

function phrasesFrom(source: ast.PhraseSource): Phrase[] {
  if (ast.isPhraseListReference(source)) return phrasesOf(target(source.list));
  return compilePhrase(stringValue(source.text)).phrases as Phrase[];
}

function usesKinds(phrase: Phrase): boolean {
  return phrase.sequence.some((element) => 'kind' in element);
}
