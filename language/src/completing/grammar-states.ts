import { GrammarAST, GrammarUtils } from 'langium';

/** What may stand at a place of a line. */
export type Expected =
  /** A word or sign of the language. */
  | { readonly kind: 'keyword'; readonly word: string }
  /** The name of something declared: `type` is a kind of declaration, or a union of such, as the grammar calls it. */
  | { readonly kind: 'reference'; readonly type: string; readonly isPlain: boolean }
  /** A name that is given here, or one of a fixed vocabulary, such as a language. */
  | { readonly kind: 'name' }
  /** A value of the author's own: a number, a text, a date. */
  | { readonly kind: 'value'; readonly terminal: string };

/** One word on the way through a rule. */
export interface WordEdge {
  readonly kind: 'word';
  readonly expected: Expected;
  /** What the word is for its line, as the grammar calls it. */
  readonly property: string | undefined;
  readonly next: State;
}

/** A whole other rule on the way through a rule. */
export interface RuleEdge {
  readonly kind: 'rule';
  readonly rule: RuleStates;
  readonly property: string | undefined;
  readonly next: State;
}

/** A place between the words of a rule, with the ways on from it. */
export interface State {
  readonly edges: (WordEdge | RuleEdge | { readonly kind: 'nothing'; readonly next: State })[];
  isEnd: boolean;
}

/** A rule of the grammar as places and ways between them. */
export interface RuleStates {
  readonly name: string;
  readonly first: State;
  /** The places where a repetition begins afresh: in a member, where a line may begin. */
  readonly loops: ReadonlyMap<string, State>;
}

/** Rules that are one word each, whichever it is: what they may be is not for an author to choose from. */
const NAME = 'Name';
/** What is only there so that a mistake costs nothing around it. */
const LEFT_OUT = new Set(['Stray', 'Junk']);

/** Rules that belong to the rule which they stand in: parts of it without a node of their own. */
function isPart(rule: GrammarAST.ParserRule): boolean {
  return rule.fragment || GrammarUtils.isDataTypeRule(rule);
}

/**
 * The grammar as states, by the names of its rules. Langium's own way to what may come next goes by terminals' expressions, by which every keyword is a
 * name, too, and forgets what has been read: here that says which values fit.
 */
export function statesOf(grammar: GrammarAST.Grammar): ReadonlyMap<string, RuleStates> {
  const rules = new Map<string, RuleStates>();
  for (const rule of grammar.rules.filter(GrammarAST.isParserRule)) {
    if (!isPart(rule) && !LEFT_OUT.has(rule.name))
      rules.set(rule.name, { name: rule.name, first: newState(), loops: new Map() });
  }
  for (const rule of grammar.rules.filter(GrammarAST.isParserRule)) {
    const states = rules.get(rule.name);
    if (states) new RuleReader(rules, states).read(rule.definition, states.first).isEnd = true;
  }
  return rules;
}

function newState(): State {
  return { edges: [], isEnd: false };
}

class RuleReader {
  private readonly rules: ReadonlyMap<string, RuleStates>;
  private readonly loops: Map<string, State>;

  constructor(rules: ReadonlyMap<string, RuleStates>, { loops }: RuleStates) {
    this.rules = rules;
    this.loops = loops as Map<string, State>;
  }

  /** Lays out what stands from a state on; the state behind it. */
  read(element: GrammarAST.AbstractElement, from: State, property?: string): State {
    const { cardinality } = element;
    const inside = newState();
    const behind = newState();
    from.edges.push({ kind: 'nothing', next: inside });
    if (cardinality === '*' || cardinality === '+') this.loops.set(property ?? propertyIn(element), inside);
    const end = this.readOnce(element, inside, property);
    end.edges.push({ kind: 'nothing', next: behind });
    if (cardinality === '?' || cardinality === '*') inside.edges.push({ kind: 'nothing', next: behind });
    if (cardinality === '*' || cardinality === '+') end.edges.push({ kind: 'nothing', next: inside });
    return behind;
  }

  private readOnce(element: GrammarAST.AbstractElement, from: State, property?: string): State {
    if (GrammarAST.isGroup(element))
      return element.elements.reduce((state, part) => this.read(part, state, property), from);
    if (GrammarAST.isAlternatives(element)) {
      const behind = newState();
      for (const way of element.elements) this.read(way, from, property).edges.push({ kind: 'nothing', next: behind });
      return behind;
    }
    if (GrammarAST.isAssignment(element)) return this.read(element.terminal, from, element.feature);
    if (GrammarAST.isKeyword(element)) return word(from, { kind: 'keyword', word: element.value }, property);
    if (GrammarAST.isCrossReference(element)) {
      const isPlain = !(GrammarAST.isRuleCall(element.terminal) && element.terminal.rule.$refText === NAME);
      return word(from, { kind: 'reference', type: element.type.$refText, isPlain }, property);
    }
    if (GrammarAST.isRuleCall(element)) return this.readCall(element, from, property);
    // An action only says how the tree is built.
    return from;
  }

  private readCall({ rule: { ref: rule } }: GrammarAST.RuleCall, from: State, property?: string): State {
    if (!rule || LEFT_OUT.has(rule.name)) return newState();
    if (rule.name === NAME) return word(from, { kind: 'name' }, property);
    if (!GrammarAST.isParserRule(rule)) return word(from, { kind: 'value', terminal: rule.name }, property);
    if (isPart(rule)) return this.read(rule.definition, from, property);
    const next = newState();
    const states = this.rules.get(rule.name);
    if (states) from.edges.push({ kind: 'rule', rule: states, property, next });
    return next;
  }
}

function word(from: State, expected: Expected, property: string | undefined): State {
  const next = newState();
  from.edges.push({ kind: 'word', expected, property, next });
  return next;
}

/** The property that a repeated part first fills. */
function propertyIn(element: GrammarAST.AbstractElement): string {
  if (GrammarAST.isAssignment(element)) return element.feature;
  if (GrammarAST.isGroup(element) || GrammarAST.isAlternatives(element))
    return element.elements.map(propertyIn).find((name) => name !== '') ?? '';
  return '';
}
