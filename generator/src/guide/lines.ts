import type { Line, Position, Step } from '@poise/runtime';
import type { CompiledPlaybook } from '../compile/playbook.ts';
import { amountWords, listed } from '../words/index.ts';
import type { GuideLine, GuideText } from './guide.ts';
import { actWords, channelWords, plainParts, titleIn, whenWords, withinWords } from './words.ts';

/** A line of a step, an escalation, a follow up or agent care. */
export function guideLine(line: Line, playbook: CompiledPlaybook): GuideLine {
  return { isSaid: false, ...wordsOf(line, playbook), ...channelWords(line), ...whenWords(line.when), at: line.at };
}

type LineWords = Pick<GuideLine, 'label' | 'texts'> & Partial<Pick<GuideLine, 'isSaid' | 'detail'>>;

function wordsOf(line: Line, playbook: CompiledPlaybook): LineWords {
  const one = (text: string) => [textAt(text, line.at)];
  switch (line.kind) {
    case 'do': {
      const action = line.action === undefined ? undefined : titleIn(playbook.actions, line.action);
      return { label: 'Do', texts: one(line.text ?? action ?? '') };
    }
    case 'say': {
      if (line.wording === undefined) return { label: 'Say', isSaid: true, texts: line.alternatives ?? [] };
      const wording = playbook.wordings.find(({ id }) => id === line.wording);
      return { label: 'Say word for word', isSaid: true, texts: one(wording?.text ?? line.wording) };
    }
    case 'ask': {
      const { question, field } = line;
      const title = playbook.facts.find(({ id }) => id === field);
      const named = title && 'title' in title ? title.title : undefined;
      if (question) return { label: 'Ask', isSaid: true, texts: [question], detail: `for ${field}` };
      return { label: 'Ask for', texts: one(named ?? field), ...(named !== undefined && { detail: field }) };
    }
    case 'offer': {
      const worth = line.worth && `worth ${line.upTo ? 'up to ' : ''}${amountWords(line.worth)}`;
      const detail = [line.title && line.offer, worth].filter(Boolean).join(', ');
      return { label: 'Offer', texts: one(line.title ?? line.offer), ...(detail && { detail }) };
    }
    case 'record':
      return { label: 'Write down', texts: one(listed(line.fields)) };
    case 'promise':
      return { label: 'Promise', texts: one(line.note ?? line.promise), detail: withinWords(line.within) };
    case 'consult':
      return { label: 'Consult', texts: one(titleIn(playbook.teams, line.team)) };
    case 'escalate':
      return { label: 'Hand over to', texts: one(titleIn(playbook.teams, line.team)) };
    case 'complete':
      return { label: 'Go through', texts: one(line.playbook), detail: 'another playbook, and then come back' };
  }
}

/** What may not be done. */
export function neverLine({ acts, when, at }: Step['never'][number], playbook: CompiledPlaybook): GuideLine {
  const words = listed(
    acts.map((act) => actWords(act, playbook)),
    'or',
  );
  return { label: 'Never', isSaid: false, texts: [textAt(words, at)], ...whenWords(when), at };
}

export function textAt(text: string, at: Position): GuideText {
  return { parts: plainParts(text), at };
}
