import { type AnalysisCases, type AnalysisSizes, prepareAnalysis } from './analysis/cases.ts';
import { analysisPart } from './analysis/part.ts';
import { type CompilingCases, type CompilingSizes, prepareCompiling } from './compiling/cases.ts';
import { compilingPart } from './compiling/part.ts';
import { type ConversationCases, type ConversationSizes, prepareConversations } from './conversations/cases.ts';
import { conversationsPart } from './conversations/part.ts';
import { type DecisionCases, type DecisionSizes, prepareDecisions } from './decisions/cases.ts';
import { decisionsPart } from './decisions/part.ts';
import { type EditorCases, type EditorSizes, prepareEditor } from './editor/cases.ts';
import { editorPart } from './editor/part.ts';
import type { Bench } from './measuring/processes.ts';
import type { Part } from './part.ts';
import { type PhraseCases, type PhraseSizes, preparePhrases } from './phrases/cases.ts';
import { phrasesPart } from './phrases/part.ts';

/** How large the workloads are. */
export interface Sizes {
  readonly compiling: CompilingSizes;
  readonly analysis: AnalysisSizes;
  readonly decisions: DecisionSizes;
  readonly phrases: PhraseSizes;
  readonly conversations: ConversationSizes;
  readonly editor: EditorSizes;
}

/** All that is measured. */
export interface Plan {
  readonly compiling: CompilingCases;
  readonly analysis: AnalysisCases;
  readonly decisions: DecisionCases;
  readonly phrases: PhraseCases;
  readonly conversations: ConversationCases;
  readonly editor: EditorCases;
}

/** Writes all that is needed, and has each command run once. @throws Error where a command fails, or anything is wrong with a playbook */
export async function preparePlan(bench: Bench, sizes: Sizes): Promise<Plan> {
  return {
    compiling: prepareCompiling(bench, sizes.compiling),
    analysis: await prepareAnalysis(bench, sizes.analysis),
    decisions: prepareDecisions(bench, sizes.decisions),
    phrases: preparePhrases(bench, sizes.phrases),
    conversations: await prepareConversations(bench, sizes.conversations),
    editor: await prepareEditor(bench, sizes.editor),
  };
}

/** The parts of a plan, in the order of the report. */
export function partsOf({ compiling, analysis, decisions, phrases, conversations, editor }: Plan): readonly Part[] {
  return [
    compilingPart(compiling),
    analysisPart(analysis),
    decisionsPart(decisions),
    phrasesPart(phrases),
    conversationsPart(conversations),
    editorPart(editor),
  ];
}
