import type { Line } from '@poise/runtime';
import type { Rule } from './rule.ts';
import type { Terms } from './terms.ts';
import { textsOf } from './texts.ts';

/** Lines of guidance. */
export function lineRules(lines: readonly Line[]): readonly Rule[] {
  return lines.map((line) => {
    const channels = 'channels' in line && line.channels ? { channels: [...line.channels].sort() } : {};
    return {
      kind: 'line',
      ...contentOf(line),
      isNamed: false,
      at: line.at,
      guards: [{ of: 'when', condition: line.when, without: true, asks: 'certain', more: 'tightened' }],
      terms: { ...channels, ...termsOf(line) },
      parts: [],
      isOrdered: true,
    };
  });
}

/** What a line is, what it is about, and its words. */
function contentOf(line: Line): Pick<Rule, 'form' | 'names' | 'about' | 'words'> {
  const { kind } = line;
  switch (kind) {
    case 'do':
      return { ...aboutOne(kind, line.action), words: textsOf(line.text) };
    case 'say':
      return line.wording === undefined
        ? { form: kind, names: [], about: kind, words: textsOf(...(line.alternatives ?? []).map(({ parts }) => parts)) }
        : { ...aboutOne('sayExactly', line.wording), words: [] };
    case 'ask':
      return { ...aboutOne(kind, line.field), words: textsOf(line.question?.parts) };
    case 'offer':
      return { ...aboutOne(kind, line.offer), words: textsOf(line.title, line.note) };
    case 'record':
      return { form: kind, names: line.fields, about: kind, words: [] };
    case 'promise':
      return { ...aboutOne(kind, line.promise), words: textsOf(line.note) };
    case 'consult':
    case 'escalate':
      return { ...aboutOne(kind, line.team), words: [] };
    case 'complete':
      return { ...aboutOne(kind, line.playbook), words: [] };
  }
}

function aboutOne(form: Rule['form'], name: string | undefined): Pick<Rule, 'form' | 'names' | 'about'> {
  return { form, names: name === undefined ? [] : [name], about: `${form} ${name ?? ''}` };
}

function termsOf(line: Line): Terms {
  switch (line.kind) {
    case 'offer':
      return line.worth ? { worth: { amount: line.worth, upTo: line.upTo === true } } : {};
    case 'record':
      return { fields: [...line.fields].sort() };
    case 'promise':
      return { within: line.within };
    default:
      return {};
  }
}
