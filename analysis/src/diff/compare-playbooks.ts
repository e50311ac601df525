/** Two versions of one playbook, rule by rule. */
import type { Playbook, Position } from '@poise/runtime';
import type { Change, ChangeClass, Detail, Place, Side } from './change.ts';
import { Comparison, type Version } from './comparison.ts';
import { together } from './direction.ts';
import { compareWays, type Way } from './exits.ts';
import { differingGuards, situationOf } from './guards.ts';
import { orderOf } from './order.ts';
import { type Pair, pairRules } from './pairing.ts';
import { type Renames, renamesBetween, underEarlierNames } from './renames.ts';
import { RESTED_ON, type Rule, type RuleKind } from './rule.ts';
import { rulesOf } from './rules-of.ts';
import { differingTerms } from './terms.ts';
import { differingTexts } from './texts.ts';

/** All rules of a playbook in two versions, the same ones included; in the order of the present version, then what is lost. */
export function comparePlaybooks(before: Playbook, after: Playbook): readonly Change[] {
  const own = rulesOf(before);
  const renames = renamesBetween(own, rulesOf(after));
  const present = underEarlierNames(after, renames);
  return new PlaybookComparison(before, present, renames).compare(own, rulesOf(present), undefined);
}

class PlaybookComparison {
  private readonly before: Playbook;
  private readonly after: Playbook;
  private readonly renames: Renames;
  private readonly comparison: Comparison;

  constructor(before: Playbook, after: Playbook, renames: Renames) {
    this.before = before;
    this.after = after;
    this.renames = renames;
    this.comparison = new Comparison(before, after);
  }

  /** @param owner what all of these are in */
  compare(before: readonly Rule[], after: readonly Rule[], owner: Pair | undefined): readonly Change[] {
    const { pairs, lost, gained } = pairRules(before, after, this.comparison);
    const nexts = orderOf(before, after, pairs, this.comparison);
    const isTold = ({ kind }: Rule) => !RESTED_ON.some((one) => one === kind);
    return [
      ...pairs.flatMap((pair) => this.changesOf(pair, nexts.get(pair), owner)),
      ...gained.filter(isTold).map((rule) => this.onlyIn(rule, 'new', owner)),
      ...lost.filter(isTold).map((rule) => this.onlyIn(rule, 'lost', owner)),
    ];
  }

  private changesOf(pair: Pair, next: Detail | undefined, owner: Pair | undefined): readonly Change[] {
    const { before, after } = pair;
    const details = [
      ...differingGuards(before, after, this.comparison),
      ...differingTerms(before.terms, after.terms),
      ...(next ? [next] : []),
    ];
    const renamed = before.isNamed && this.nameNow(after) !== before.names[0];
    const direction = together(details.map((detail) => detail.direction));
    const words = differingTexts(before.words, after.words);
    const change: Change = {
      playbooks: [this.after.id],
      kind: after.kind,
      class: direction === 'same' && (words || renamed) ? 'words only' : direction,
      before: this.sideBefore(before, owner),
      after: this.sideAfter(after, owner),
      renamed,
      details,
      ...(words && { words }),
    };
    return [change, ...this.compare(before.parts, after.parts, pair), ...this.exitsOf(pair)];
  }

  private exitsOf(pair: Pair): readonly Change[] {
    const { before, after } = pair;
    if (!before.exits || !after.exits) return [];
    const nameOf = (step: string, version: Version) => (version === 1 ? this.presentName('step', step) : step);
    return compareWays(before.exits, after.exits, this.comparison, nameOf).map((way) => ({
      playbooks: [this.after.id],
      kind: 'exit',
      class: classOf(way),
      ...(way.before && { before: this.sideBefore({ ...way, isNamed: false, kind: 'exit', at: way.before.at }, pair) }),
      ...(way.after && { after: this.sideAfter({ ...way, isNamed: false, kind: 'exit', at: way.after.at }, pair) }),
      renamed: false,
      details: way.detail ? [way.detail] : [],
    }));
  }

  private onlyIn(rule: Rule, side: 'new' | 'lost', owner: Pair | undefined): Change {
    const isNew = side === 'new';
    const situation = situationOf(rule, isNew, this.comparison);
    return {
      playbooks: [this.after.id],
      kind: rule.kind,
      class: side,
      ...(isNew ? { after: this.sideAfter(rule, owner) } : { before: this.sideBefore(rule, owner) }),
      renamed: false,
      details: situation ? [{ of: 'when', direction: isNew ? 'tightened' : 'loosened', situations: [situation] }] : [],
    };
  }

  private sideBefore(rule: SideOf, owner: Pair | undefined): Side {
    return sideOf(rule, owner?.before, rule.names[0], owner?.before.names[0], placeIn(this.before, rule.at));
  }

  private sideAfter(rule: SideOf, owner: Pair | undefined): Side {
    const ownerName = owner && this.nameNow(owner.after);
    return sideOf(rule, owner?.after, this.nameNow(rule), ownerName, placeIn(this.after, rule.at));
  }

  /** The name of something in the present version, which is compared under its earlier one. */
  private nameNow({ kind, form, isNamed, names: [name] }: SideOf): string | undefined {
    if (name === undefined) return undefined;
    return isNamed ? this.presentName(kind, name) : form === 'goTo' ? this.presentName('step', name) : name;
  }

  private presentName(kind: RuleKind, earlier: string): string {
    return [...(this.renames.get(kind) ?? [])].find(([, name]) => name === earlier)?.[0] ?? earlier;
  }
}

type SideOf = Pick<Rule, 'kind' | 'form' | 'isNamed' | 'names' | 'title' | 'at'> &
  Partial<Pick<Rule, 'terms' | 'parts'>>;

function sideOf(
  { form, names, title, terms = {}, parts = [] }: SideOf,
  owner: Rule | undefined,
  name: string | undefined,
  ownerName: string | undefined,
  at: Place,
): Side {
  return {
    ...(owner && ownerName !== undefined && { owner: { kind: owner.kind, name: ownerName, title: owner.title } }),
    form,
    names: name === undefined ? [] : [name, ...names.slice(1)],
    title,
    terms,
    at,
    parts: parts.map((part) => ({ form: part.form, names: part.names, terms: part.terms })),
  };
}

function classOf({ before, after, detail }: Way): ChangeClass {
  if (!before) return 'new';
  if (!after) return 'lost';
  return detail?.direction ?? 'same';
}

function placeIn({ files }: Playbook, { file, line, column }: Position): Place {
  return { file: files[file]?.path ?? '', line, column };
}
