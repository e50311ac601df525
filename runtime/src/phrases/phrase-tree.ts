/** Many phrases at once: those that begin alike share what they have in common, so that a message is walked through only once. */

import type { Stretches } from './kinds/reading.ts';
import type { TextKind } from './kinds.ts';
import type { PhraseElement } from './match.ts';
import { PairTable } from './pair-table.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A message as a tree reads it. */
export interface LabelledMessage {
  /** How many words it has. */
  readonly count: number;
  /** For each word, the first label of its chain in the vocabulary, or 0. */
  readonly labels: Int32Array;
  /** For each word index, the index after the last word of the stretch of that kind that begins there; empty if there is none. */
  stretchesOf(kind: TextKind): Stretches;
}

/** A phrase, and what its matches are reported by. */
export interface OwnedPhrase<Owner> {
  readonly sequence: readonly PhraseElement[];
  readonly owner: Owner;
}

/** Told whose phrases match, from which word to which (exclusive). */
export type OnMatch<Owner> = (owners: readonly Owner[], from: number, to: number) => void;

/** Where a node goes on by anything but a word. */
type Exit = { readonly to: number } & ({ readonly gap: number } | { readonly kind: TextKind });

const ROOT = 0;

/**
 * Nodes are numbers; a phrase goes from the root by an element after the other. Where the element is a word, each of its
 * labels is an edge. Edges are numbers, too, from 1 on: several may leave a node by the same label.
 */
export class PhraseTree<Owner> {
  readonly #vocabulary: Vocabulary;
  /** The first edge from a node by a label. */
  readonly #edges = new PairTable();
  /** The same for the root, by label: most questions are about it. */
  readonly #rootEdges: Int32Array;
  /** For each edge, the next one from the same node by the same label, or 0. */
  readonly #nextEdge = [0];
  /** For each edge, the node it leads to. */
  readonly #edgeTo = [0];
  /** For each node, whether any edge leaves it. */
  readonly #hasEdges = [false];
  readonly #exits: Exit[][] = [[]];
  /** For each node, whose phrases end there. */
  readonly #owners: Owner[][] = [[]];
  /** For each node, whether it has exits or owners: most have neither. */
  readonly #isSpecial = [false];
  /** For each node, how many gaps lead there. */
  readonly #gaps = [0];
  /** While walking: pairs of a node and the index of the next word, from where it is still to be gone on. */
  readonly #open: number[] = [];
  /** And such pairs, as one number, that more than one choice of gaps leads to: once is enough. */
  readonly #seen = new Set<number>();

  constructor(phrases: Iterable<OwnedPhrase<Owner>>, vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    this.#rootEdges = new Int32Array(vocabulary.shorter.length);
    const known = new Map<string, number>();
    for (const { sequence, owner } of phrases) {
      let node = ROOT;
      for (const element of sequence) node = this.#nodeAfter(node, element, known);
      this.#owners[node]?.push(owner);
      this.#isSpecial[node] = true;
    }
  }

  /**
   * Finds every match of every phrase: from each word on, each place where it can end. A match has at least one word.
   *
   * From one word on there are no more pairs of a node and a place than the phrases allow, and each is looked at once: so
   * it takes time linear in the message for given phrases.
   *
   * @param onMatch ordered by the first word
   */
  walk(message: LabelledMessage, onMatch: OnMatch<Owner>): void {
    const { count, labels } = message;
    const { shorter } = this.#vocabulary;
    const nextEdge = this.#nextEdge;
    const edgeTo = this.#edgeTo;
    const open = this.#open;
    const rootExits = this.#exitsOf(ROOT).filter((exit) => 'gap' in exit || message.stretchesOf(exit.kind).length > 0);

    for (let from = 0; from < count; from++) {
      for (let label = labels[from] ?? 0; label !== 0; label = shorter[label] ?? 0) {
        for (let edge = this.#rootEdges[label] ?? 0; edge !== 0; edge = nextEdge[edge] ?? 0) {
          open.push(edgeTo[edge] ?? 0, from + 1);
        }
      }
      if (rootExits.length > 0) this.#leaveBy(rootExits, from, message);
      while (open.length > 0) {
        const index = open.pop() ?? 0;
        const node = open.pop() ?? 0;
        if (this.#isSpecial[node]) {
          const owners = this.#owners[node] ?? [];
          if (owners.length > 0 && index > from) onMatch(owners, from, index);
          this.#leaveBy(this.#exitsOf(node), index, message);
        }
        if (index === count || !this.#hasEdges[node]) continue;
        for (let label = labels[index] ?? 0; label !== 0; label = shorter[label] ?? 0) {
          for (let edge = this.#edges.get(node, label); edge !== 0; edge = nextEdge[edge] ?? 0) {
            open.push(edgeTo[edge] ?? 0, index + 1);
          }
        }
      }
      if (this.#seen.size > 0) this.#seen.clear();
    }
  }

  #leaveBy(exits: readonly Exit[], index: number, message: LabelledMessage): void {
    for (const exit of exits) {
      if ('kind' in exit) {
        const end = message.stretchesOf(exit.kind)[index];
        if (end !== undefined) this.#open.push(exit.to, end);
        continue;
      }
      const last = Math.min(index + exit.gap, message.count);
      for (let next = index; next <= last; next++) {
        if ((this.#gaps[exit.to] ?? 0) > 1) {
          const pair = exit.to * (message.count + 1) + next;
          if (this.#seen.has(pair)) continue;
          this.#seen.add(pair);
        }
        this.#open.push(exit.to, next);
      }
    }
  }

  #exitsOf(node: number): readonly Exit[] {
    return this.#exits[node] ?? [];
  }

  /** The node that an element leads to from another, which is made if it isn't known yet. */
  #nodeAfter(node: number, element: PhraseElement, known: Map<string, number>): number {
    const labels = 'words' in element ? this.#vocabulary.labelsOf(element) : [];
    const key = `${node} ${'words' in element ? labels.toSorted().join(' ') : JSON.stringify(element)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const to = this.#gaps.push((this.#gaps[node] ?? 0) + ('gap' in element ? 1 : 0)) - 1;
    known.set(key, to);
    this.#hasEdges.push(false);
    this.#exits.push([]);
    this.#owners.push([]);
    this.#isSpecial.push(false);
    if ('words' in element) {
      for (const label of labels) this.#addEdge(node, label, to);
    } else {
      this.#exits[node]?.push({ ...element, to });
      this.#isSpecial[node] = true;
    }
    return to;
  }

  #addEdge(node: number, label: number, to: number): void {
    const next = node === ROOT ? (this.#rootEdges[label] ?? 0) : this.#edges.get(node, label);
    this.#nextEdge.push(next);
    const edge = this.#edgeTo.push(to) - 1;
    if (node === ROOT) this.#rootEdges[label] = edge;
    else this.#edges.set(node, label, edge);
    this.#hasEdges[node] = true;
  }
}
