/// <reference types="node" />
import { createRequire } from 'node:module';
import {
  getLookaheadPaths,
  type ILookaheadStrategy,
  LLkLookaheadStrategy,
  type Rule,
  type TokenType,
} from 'chevrotain';
import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  type LangiumSharedCoreServices,
} from 'langium';
import { PlaybookGeneratedModule, PlaybookGeneratedSharedModule } from '../src/generated/module.ts';
import { type Decision, type DecisionKind, decisionName, MAX_LOOKAHEAD } from '../src/parsing/decisions.ts';

type Options = Parameters<ILookaheadStrategy['buildLookaheadForOptional']>[0];
type Alternation = Parameters<ILookaheadStrategy['buildLookaheadForAlternation']>[0];

interface AfterRepetition {
  readonly token?: TokenType;
  readonly occurrence?: number;
  readonly isEndOfRule: boolean;
}
type Walker = new (rule: Rule, occurrence: number) => { startWalking(): AfterRepetition };

// What chevrotain itself looks behind a repetition with; the package doesn't offer it.
const load = createRequire(createRequire(import.meta.url).resolve('chevrotain'));
const walkers = load('./parse/grammar/interpreter.js') as {
  readonly NextTerminalAfterManyWalker: Walker;
  readonly NextTerminalAfterAtLeastOneWalker: Walker;
};
const WALKERS: Partial<Record<DecisionKind, Walker>> = {
  Repetition: walkers.NextTerminalAfterManyWalker,
  RepetitionMandatory: walkers.NextTerminalAfterAtLeastOneWalker,
};

/** Notes the decisions that it is asked for. */
class NotingLookahead extends LLkLookaheadStrategy {
  readonly noted: Record<string, Decision> = {};

  override buildLookaheadForAlternation(
    options: Alternation,
  ): ReturnType<ILookaheadStrategy['buildLookaheadForAlternation']> {
    if (options.hasPredicates)
      throw new Error(`${options.rule.name} has ways with conditions, for which nothing is generated`);
    this.note(options.rule, 'Alternation', options.prodOccurrence);
    return super.buildLookaheadForAlternation(options);
  }

  override buildLookaheadForOptional(options: Options): ReturnType<ILookaheadStrategy['buildLookaheadForOptional']> {
    this.note(options.rule, options.prodType as DecisionKind, options.prodOccurrence);
    return super.buildLookaheadForOptional(options);
  }

  private note(rule: Rule, kind: DecisionKind, occurrence: number): void {
    const paths = getLookaheadPaths({ rule, prodType: kind, occurrence, maxLookahead: MAX_LOOKAHEAD });
    // Of an optional part only what is in it: it is entered if that fits, whatever stands behind.
    const ways = kind === 'Alternation' ? paths : paths.slice(0, 1);
    const Walker = WALKERS[kind];
    const after = Walker && new Walker(rule, occurrence).startWalking();
    this.noted[decisionName(rule.name.replace('\u200B', ''), kind, occurrence)] = {
      ways: ways.map((way) => way.map((beginning) => beginning.map(({ name }) => name).join(' '))),
      ...(after && { after: { ...after, token: after.token?.name } }),
    };
  }
}

/**
 * The decisions of the parser that Langium and chevrotain make from the grammar, by name.
 *
 * @throws Error if the grammar is ambiguous or has a decision of a kind that isn't generated
 */
export function decisionsOfGrammar(): Readonly<Record<string, Decision>> {
  const strategy = new NotingLookahead({ maxLookahead: MAX_LOOKAHEAD });
  const shared: LangiumSharedCoreServices = inject(
    createDefaultSharedCoreModule(EmptyFileSystem),
    PlaybookGeneratedSharedModule,
  );
  const services: LangiumCoreServices = inject(createDefaultCoreModule({ shared }), PlaybookGeneratedModule, {
    parser: { ParserConfig: () => ({ lookaheadStrategy: strategy }) },
  });
  services.parser.LangiumParser;
  return strategy.noted;
}
