import { code, listed } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { fileOf, headingOf } from '../linking/files.ts';
import { linesOf } from '../structure/placement.ts';
import { guardWords } from './conditions.ts';
import { lineReading, unsure } from './lines.ts';
import { counted, named, quoted, timeWords } from './quote.ts';

/** What a declaration that is a rule asks of conversations, in plain English: a sentence each. Nothing for what is no rule. */
export function ruleReading(member: ast.Member): readonly string[] {
  switch (member.$type) {
    case 'Trigger': {
      const playbook = headingOf(fileOf(member))?.name;
      const what = playbook ? `Playbook ${code(playbook)} starts` : 'The playbook starts';
      return [`${what}${guardWords(member)}.${unsure(member, "it doesn't start")}`];
    }
    case 'Situation':
      return [`It is so${guardWords(member)}.`];
    case 'Escalation':
      return [
        `It starts${guardWords(member)}, and runs until it is answered or ended.${unsure(member, "it doesn't start")}`,
        ...lineReadings(member),
      ];
    case 'FollowUp':
      return [`It comes up${guardWords(member)}.${unsure(member, "it doesn't come up")}`, ...lineReadings(member)];
    case 'AgentCare': {
      const done = linesOf(member, ast.isDo).map(({ text, action }) => (text ? quoted(text) : named(action)));
      return [`It comes up${guardWords(member)}${done.length > 0 ? `: ${listed(done)}` : '.'}`];
    }
    case 'Trend': {
      const window = timeWords(member.window);
      return [
        `It comes up when ${named(member.subject)} happens at least ${counted(member.times, 'time')} in ${window}, over all conversations.`,
        ...lineReadings(member),
      ];
    }
    case 'Boundary':
      return lineReadings(member);
    default:
      return [];
  }
}

function lineReadings(member: ast.Block): readonly string[] {
  return member.items.flatMap((line) => lineReading(line) ?? []);
}
