import { toFastProperties } from '@chevrotain/utils';
import { type LangiumCoreServices, type LangiumParser, prepareLangiumParser } from 'langium';
import type { DecisionKind } from './decisions.ts';
import { DECISIONS } from './generated/decisions.ts';
import type { PlaybookLookahead } from './lookahead.ts';

/** What the analysis of itself tells chevrotain's parser; there is no public way to it. */
interface Unanalysed {
  selfAnalysisDone: boolean;
  readonly fullRuleNameToShort: Readonly<Record<string, number>>;
  readonly firstAfterRepMap: Record<number, unknown>[];
  setLaFuncCache(rule: number, decision: number, lookahead: unknown): void;
}

/** How chevrotain numbers decisions; the occurrence is added. */
const NUMBERS: Readonly<Record<DecisionKind, number>> = {
  Alternation: 1 << 8,
  Option: 2 << 8,
  Repetition: 3 << 8,
  RepetitionMandatory: 4 << 8,
};

/** What else the analysis finds out: only needed where a text is wrong. */
const FOR_RECOVERY = ['gastProductionsCache', 'resyncFollows'];

/**
 * Makes the parser without the analysis of itself with which parsers of chevrotain begin: it takes longer than to check a small file. What a sound
 * text needs of it is generated (`generated/decisions.ts`). Where a text is wrong, the parser is analysed after all, once.
 */
export function createQuickParser(services: LangiumCoreServices, lookahead: PlaybookLookahead): LangiumParser {
  const parser = prepareLangiumParser(services);
  const { wrapper } = parser as unknown as { readonly wrapper: Unanalysed };
  for (const [name, { after }] of Object.entries(DECISIONS)) {
    const [rule, kind, occurrence] = name.split(' ') as [string, DecisionKind, string];
    const ruleNumber = wrapper.fullRuleNameToShort[`${rule}\u200B`];
    if (ruleNumber === undefined) throw new Error(`The grammar has no rule ${rule} any more: run \`npm run generate\``);
    const number = NUMBERS[kind] + Number(occurrence);
    wrapper.setLaFuncCache(ruleNumber, number, lookahead.at(rule, kind, Number(occurrence)));
    if (after) {
      const token = after.token === undefined ? undefined : lookahead.tokenTypes[after.token];
      wrapper.firstAfterRepMap[ruleNumber] ??= {};
      Object.assign(wrapper.firstAfterRepMap[ruleNumber], { [number]: { ...after, token } });
    }
  }
  for (const found of FOR_RECOVERY) {
    Object.defineProperty(wrapper, found, {
      configurable: true,
      get: () => {
        for (const each of FOR_RECOVERY)
          Object.defineProperty(wrapper, each, { configurable: true, writable: true, value: {} });
        parser.finalize();
        return Reflect.get(wrapper, found);
      },
    });
  }
  wrapper.selfAnalysisDone = true;
  // As the analysis would: without, parsing takes half as long again.
  toFastProperties(wrapper);
  return parser;
}
