import { ast, languageTag, linesOf, stringValue, type Workspace } from '@poise/language';
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
  Trend,
  Trigger,
  Wording,
} from '@poise/runtime';
import type { AstNode } from 'langium';
import { pathOf } from '../load-sources.ts';
import { compilePhrase } from '../phrases.ts';
import { compileBoundary } from './boundaries.ts';
import { compileGuard, target } from './conditions.ts';
import { CompileContext } from './context.ts';
import { compileExits, compileLines, compileNever } from './lines.ts';
import { described, ownerOf } from './named.ts';
import { plainText } from './plain-text.ts';
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
  const context = new CompileContext(heading, workspace);
  const rules = compileRules(context);
  // After the rules: only then is it known what they need.
  const declarations = compileDeclarations(context);
  return {
    ...compileHeading(heading, context),
    requires: sorted(context.required),
    uses: sorted(context.used),
    files: context.files.map((document) => ({ path: pathOf(document), text: document.textDocument.getText() })),
    ...declarations,
    ...rules,
  };
}

/** All that acts: the playbook's own, then what holds because of the files it uses. */
function compileRules(context: CompileContext) {
  const own = context.file.members;
  const all = context.closure.flatMap((document) => document.parseResult.value.members);
  const steps = own.filter(ast.isStep);
  return {
    triggers: own.filter(ast.isTrigger).map((trigger) => compileTrigger(trigger, context)),
    steps: steps.map((step, index) => compileStep(step, steps[index + 1], context)),
    boundaries: all.filter(ast.isBoundary).map((boundary) => compileBoundary(boundary, context)),
    escalations: all.filter(ast.isEscalation).map((escalation) => compileEscalation(escalation, context)),
    followUps: own.filter(ast.isFollowUp).map((followUp) => compileFollowUp(followUp, context)),
    agentCare: all.filter(ast.isAgentCare).map((care) => compileAgentCare(care, context)),
    trends: all.filter(ast.isTrend).map((trend) => compileTrend(trend, context)),
  };
}

/** What the rules turned out to need: to be asked only when all of them have been compiled. */
function compileDeclarations(context: CompileContext) {
  const framework = linesOf(context.heading, ast.isFollows)[0]?.framework;
  const wordings = referred(context, ast.isWording).map((wording) => compileWording(wording, context));
  // Teams that stand in for others join the set while it is gone through.
  const teams = [...everyTeam(context)];
  return {
    ...(framework && { framework: compileFramework(target(framework), context) }),
    beats: compileBeats(context.heading),
    facts: context.facts.all(),
    phrases: compilePhraseLists(context),
    wordings,
    actions: referred(context, ast.isAction).map((action) => ({
      ...described(action, context),
      at: context.position(action),
    })),
    teams,
    zones: [...new Set(teams.flatMap((team) => team.zone ?? []))].sort().map(compileZone),
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
  const basis = linesOf(heading, ast.isSource).map((source) => plainText(source.text));
  return {
    id: heading.name,
    title: heading.title ? plainText(heading.title) : heading.name,
    ...context.note(heading),
    ...(about && { about: plainText(about.text) }),
    owner: owner ? plainText(owner.text) : '',
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
    ...(goalText && { goal: plainText(goalText) }),
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
      ...(stage.title && { title: plainText(stage.title) }),
      ...context.note(stage),
      ...(stage.goal && { goal: plainText(stage.goal) }),
      optional: stage.optional,
      at: context.position(stage),
    })),
    at: context.position(framework),
  };
}

function compileWording(wording: ast.Wording, context: CompileContext): Wording {
  return {
    id: wording.name,
    text: plainText(wording.text),
    translations: wording.translations.map(({ language, text }) => ({
      language: languageTag(language) ?? language,
      text: plainText(text),
    })),
    ...(wording.approver && { approvedBy: context.refer(target(wording.approver)) }),
    ...context.note(wording),
    at: context.position(wording),
  };
}

function* everyTeam(context: CompileContext) {
  for (const node of context.referred) if (ast.isTeam(node)) yield compileTeam(node, context);
}

function referred<Node extends AstNode>(context: CompileContext, is: (node: unknown) => node is Node): Node[] {
  return [...context.referred].filter((node) => is(node)) as unknown as Node[];
}

/** The lists that rules refer to, with the phrases and exceptions of the lists that they name in turn. */
function compilePhraseLists(context: CompileContext): PhraseList[] {
  const named = referred(context, ast.isPhraseList).map((list) => ({
    ...described(list, context),
    phrases: phrasesOf(list),
    except: exceptionsOf(list),
    at: context.position(list),
  }));
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
