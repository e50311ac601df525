import type { BoundaryRule, Reaction } from '@poise/runtime';
import type { CompiledPlaybook } from '../compile/playbook.ts';
import { listed } from '../words/quoted.ts';
import type { GuideLine } from './guide.ts';
import { neverLine, textAt } from './lines.ts';
import { beforeWords, milestoneWords, phrasesWords, titleIn, whenWords } from './words.ts';

/** What a boundary enforces, rule by rule. */
export function boundaryLines(
  { rules, sayInstead, at }: CompiledPlaybook['boundaries'][number],
  playbook: CompiledPlaybook,
): readonly GuideLine[] {
  const instead: GuideLine[] = sayInstead
    ? [{ label: 'Say instead', isSaid: true, texts: [{ parts: sayInstead, at }], at }]
    : [];
  return [...rules.flatMap((rule) => ruleLines(rule, playbook)), ...instead];
}

function ruleLines(rule: BoundaryRule, playbook: CompiledPlaybook): readonly GuideLine[] {
  const { at } = rule;
  const always = (words: string): GuideLine[] => [
    { label: 'Always', isSaid: false, texts: [textAt(words, at)], ...('when' in rule && whenWords(rule.when)), at },
  ];
  switch (rule.kind) {
    case 'never':
      return [neverLine(rule, playbook)];
    case 'order':
      return always(`${milestoneWords(rule.first, playbook)} before ${milestoneWords(rule.later, playbook)}`);
    case 'mustRecord':
      return always(`write down ${listed(rule.fields)} ${beforeWords(rule.before, playbook)}`);
    case 'mustSay': {
      const { wording, phrases } = rule;
      const exact = playbook.wordings.find(({ id }) => id === wording)?.text ?? wording;
      const words = phrases === undefined ? `“${exact}”, word for word,` : phrasesWords(phrases, playbook);
      return always(`say ${words} ${beforeWords(rule.before, playbook)}`);
    }
    case 'mustOffer':
      return always(`offer ${rule.offer} ${beforeWords(rule.before, playbook)}`);
    case 'eachTime': {
      const { text } = rule.when;
      const each: GuideLine = { label: 'Each time', isSaid: false, texts: [textAt(text, at)], at };
      return [each, ...rule.reactions.map((reaction, index) => reactionLine(reaction, index, rule, playbook))];
    }
  }
}

const TURNS = ['first', 'second', 'third', 'fourth'];

function reactionLine(
  { from, response, at }: Reaction,
  index: number,
  { reactions }: { readonly reactions: readonly Reaction[] },
  playbook: CompiledPlaybook,
): GuideLine {
  const turn = TURNS[from - 1] ?? '';
  // The last one goes on.
  const isLast = index === reactions.length - 1;
  const label = isLast ? (from === 1 ? 'Every time' : `From the ${turn} time on`) : `The ${turn} time`;
  switch (response.kind) {
    case 'warn':
      return { label, isSaid: true, texts: [{ parts: response.parts, at }], detail: 'a warning', at };
    case 'escalate':
      return {
        label,
        isSaid: false,
        texts: [textAt(`hand over to ${titleIn(playbook.teams, response.team)}`, at)],
        at,
      };
    case 'endConversation':
      return { label, isSaid: false, texts: [textAt('end the conversation', at)], at };
  }
}
