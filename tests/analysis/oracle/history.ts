import { all, any, implies, type Meaning, no } from './meaning.ts';
import type { Signal } from './signals.ts';

/** A span of time, up to now. */
export interface Span {
  readonly text: string;
  readonly seconds: number;
}

/** A question about now, asked over time. */
export interface Look {
  readonly text: string;
  readonly now: Meaning;
}

/** The lists that are declared, each of which finds less than the one before it. */
const LISTS = ['missing', 'lost', 'mislaid'] as const;
const SPEAKERS = ['customer', 'agent'] as const;
const BUILTINS = ['messages', 'elapsed', 'waiting', 'attempts'] as const;

/** The declarations that the questions need. */
export const HISTORY_SOURCE = `phrases missing "Missing": "lost parcel", "gone missing"
phrases lost    "Lost": "lost parcel"
phrases mislaid "Mislaid": "lost parcel" except "lost parcel form"`;

/** What questions about the past are about: numbers of what has happened, and what always holds between them. */
export class History {
  readonly lists = LISTS;
  private readonly spans: readonly Span[];
  private readonly counted: readonly Signal[];
  private readonly looks: Look[] = [];

  /** @param spans from the shortest on */
  constructor(spans: readonly Span[], signals: readonly Signal[]) {
    this.spans = spans;
    this.counted = signals.filter(({ isCount }) => isCount);
  }

  says(speaker: (typeof SPEAKERS)[number], list: (typeof LISTS)[number]): string {
    return `says_${speaker}_${list}`;
  }

  /** In how many messages. */
  said(speaker: (typeof SPEAKERS)[number], list: (typeof LISTS)[number], span: Span | undefined): string {
    return `said_${speaker}_${list}_${span?.seconds ?? 'ever'}`;
  }

  happened(span: Span | undefined): string {
    return `happened_${span?.seconds ?? 'ever'}`;
  }

  reports({ name }: Signal, { seconds }: Span): string {
    return `reports_${name}_${seconds}`;
  }

  builtin(name: (typeof BUILTINS)[number]): string {
    return name;
  }

  /** Whether it has been so: no, if it can't have been. */
  been(look: Look): Meaning {
    const number = this.numberOf(look);
    return { yes: `been_${number}`, no: no(`might_${number}`) };
  }

  /** Whether it is so, and was at each of the last messages. */
  run(look: Look, messages: number): Meaning {
    const number = this.numberOf(look);
    return {
      yes: all([look.now.yes, `(>= sure_${number} ${messages})`]),
      no: any([look.now.no, `(< maybe_${number} ${messages})`]),
    };
  }

  /** The questions that are asked over time, so far. */
  asked(): readonly Look[] {
    return this.looks;
  }

  /** Declarations, and what always holds. `includes`: by their numbers, whether one question is always a yes where another is; or never a no where that isn't. */
  given(includes: (whole: number, part: number, by: keyof Meaning) => boolean): readonly string[] {
    const spans = [...this.spans, undefined];
    const counts: string[] = [...BUILTINS, ...spans.map((span) => this.happened(span))];
    const truths: string[] = [];
    const holds: string[] = [
      '(<= waiting elapsed)',
      implies('(>= waiting 1)', '(>= messages 1)'),
      ...ascending(spans.map((span) => this.happened(span))),
    ];
    for (const speaker of SPEAKERS) {
      for (const [index, list] of LISTS.entries()) {
        truths.push(this.says(speaker, list));
        const said = spans.map((span) => this.said(speaker, list, span));
        counts.push(...said);
        holds.push(...ascending(said), implies(this.says(speaker, list), `(>= ${said[0]} 1)`));
        const wider = LISTS[index - 1];
        if (!wider) continue;
        holds.push(implies(this.says(speaker, list), this.says(speaker, wider)));
        for (const span of spans)
          holds.push(`(<= ${this.said(speaker, list, span)} ${this.said(speaker, wider, span)})`);
      }
    }
    holds.push(
      `(<= ${this.said('customer', 'missing', undefined)} messages)`,
      no(all([this.says('customer', 'missing'), this.says('agent', 'missing')])),
    );
    for (const signal of this.counted) {
      const reports = this.spans.map((span) => this.reports(signal, span));
      counts.push(...reports);
      holds.push(...ascending(reports));
    }
    for (const [number, { now }] of this.looks.entries()) {
      counts.push(`sure_${number}`, `maybe_${number}`);
      truths.push(`been_${number}`, `might_${number}`);
      holds.push(
        ...ascending([`sure_${number}`, `maybe_${number}`, 'messages']),
        implies(any([now.yes, `(>= sure_${number} 1)`]), `been_${number}`),
        implies(any([no(now.no), `(>= maybe_${number} 1)`, `been_${number}`]), `might_${number}`),
      );
      for (const other of this.looks.keys()) {
        if (other === number) continue;
        if (includes(number, other, 'yes'))
          holds.push(implies(`been_${other}`, `been_${number}`), `(<= sure_${other} sure_${number})`);
        if (includes(number, other, 'no'))
          holds.push(implies(`might_${other}`, `might_${number}`), `(<= maybe_${other} maybe_${number})`);
      }
    }
    return [
      ...counts.flatMap((name) => [`(declare-const ${name} Int)`, `(assert (>= ${name} 0))`]),
      ...truths.map((name) => `(declare-const ${name} Bool)`),
      ...holds.map((formula) => `(assert ${formula})`),
    ];
  }

  private numberOf(look: Look): number {
    const known = this.looks.findIndex(({ text }) => text === look.text);
    return known < 0 ? this.looks.push(look) - 1 : known;
  }
}

function ascending(names: readonly string[]): readonly string[] {
  return names.slice(1).map((name, index) => `(<= ${names[index]} ${name})`);
}
