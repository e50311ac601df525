import {
  type Alternative,
  type Line,
  type ListMatch,
  phraseIndex,
  type Segment,
  type Text,
  type Wording,
} from '@poise/runtime';
import type { Finding } from '../finding.ts';
import type { Subject } from '../subject.ts';
import type { RuleData } from './data.ts';
import { forbiddenBy, type Prohibition } from './prohibitions.ts';

/** A stretch of words, in code points. */
interface Found {
  readonly start: number;
  readonly end: number;
}

/** Words of a text that are forbidden, and where they stand in it. */
export interface ForbiddenText {
  readonly span: Found;
  readonly data: RuleData['forbidden-phrase'];
}

/** Tells which words of a line a prohibition forbids. What a placeholder will hold isn't known, so that no phrase is matched across one. */
export class ForbiddenWords {
  /** The phrase lists found in a text, by id. */
  private readonly findLists: (text: string) => ReadonlyMap<string, ListMatch>;
  private readonly wordings: ReadonlyMap<string, Wording>;
  /** Facts whose value can be found in a text: a yes or no never is. */
  private readonly mentionable: ReadonlySet<string>;

  constructor({ phrases, wordings, facts }: Subject) {
    const index = phraseIndex(phrases);
    const known = new Map<string, ReadonlyMap<string, ListMatch>>();
    this.findLists = (text) => {
      const found = known.get(text) ?? new Map(index.find(text).map((match) => [phrases[match.list]?.id ?? '', match]));
      known.set(text, found);
      return found;
    };
    this.wordings = new Map(wordings.map((wording) => [wording.id, wording]));
    this.mentionable = new Set(facts.filter((fact) => 'type' in fact && fact.type.type !== 'flag').map(({ id }) => id));
  }

  /** What of a line is forbidden: words of a text of its own, or of a wording, which is said as it stands. */
  in(line: Line, prohibition: Prohibition): Finding[] {
    if (line.kind === 'ask') return line.question ? this.inAlternative(line.question, prohibition) : [];
    if (line.kind !== 'say') return [];
    const wording = line.wording === undefined ? undefined : this.wordings.get(line.wording);
    return wording
      ? this.inWording(line, wording, prohibition)
      : (line.alternatives ?? []).flatMap((alternative) => this.inAlternative(alternative, prohibition));
  }

  /** The first words of a text that are forbidden. */
  inText(parts: Text, prohibition: Prohibition): ForbiddenText | undefined {
    const { rule, by, instead } = prohibition;
    const facts = rule.acts.flatMap((act) => (act.act === 'mention' ? act.facts : []));
    let before = 0;
    for (const part of parts) {
      const text = asWritten(part);
      const found =
        typeof part === 'string'
          ? this.findAny(part, prohibition)
          : facts.includes(part.fact) && this.mentionable.has(part.fact) && { start: 0, end: [...text].length };
      if (found) {
        const words = [...text].slice(found.start, found.end).join('');
        return {
          span: { start: before + found.start, end: before + found.end },
          data: { words, by, ...(instead && { instead: instead.map(asWritten).join('') }) },
        };
      }
      before += [...text].length;
    }
    return undefined;
  }

  private inAlternative({ parts, at }: Alternative, prohibition: Prohibition): Finding[] {
    const found = this.inText(parts, prohibition);
    return found ? [{ code: 'forbidden-phrase', at, related: forbiddenBy(prohibition), ...found }] : [];
  }

  /** A wording is said in the conversation's language: it may be forbidden in one of its languages only. */
  private inWording(line: Line, wording: Wording, prohibition: Prohibition): Finding[] {
    const texts = [{ text: wording.text, language: null }, ...wording.translations];
    const forbidden = texts.flatMap(({ text, language }) => {
      const found = this.findAny(text, prohibition);
      return found ? [{ words: [...text].slice(found.start, found.end).join(''), language }] : [];
    });
    const [first] = forbidden;
    if (!first) return [];
    const { words, language } = first;
    const only = forbidden.length < texts.length ? { language } : {};
    const data = { line: line.kind, name: wording.id, words, ...only, by: prohibition.by };
    return [{ code: 'forbidden-line', at: line.at, mark: 'line', related: forbiddenBy(prohibition), data }];
  }

  private findAny(text: string, { rule }: Prohibition): Found | undefined {
    const lists = rule.acts.flatMap((act) => (act.act === 'say' ? act.phrases : []));
    if (lists.length === 0) return undefined;
    const found = this.findLists(text);
    return lists.flatMap((id) => found.get(id) ?? [])[0];
  }
}

function asWritten(part: Segment): string {
  return typeof part === 'string' ? part : `{${part.fact}}`;
}
