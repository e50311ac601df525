import type { Part } from '../part.ts';
import { conversationAims } from './aims.ts';
import type { ConversationCases } from './cases.ts';
import { reportOnConversations } from './report.ts';

/** Whole conversations. */
export function conversationsPart(cases: ConversationCases): Part {
  const { turns, few, many, loading, saving } = cases;
  return {
    cases: [turns, few, many, loading, saving],
    aims: (measuredOf) => conversationAims(cases, measuredOf),
    report: (measuredOf) => reportOnConversations(cases, measuredOf),
  };
}
