/** What was measured once, by its name: milliseconds, microseconds or bytes, as whoever measures it says. */
export type Figures<Figure extends string = string> = Readonly<Record<Figure, number>>;

/** Something to be measured. */
export interface Case<Figure extends string = string> {
  /** No other has the same. */
  readonly name: string;
  /** Whether it takes so long that it is measured in the first round only. */
  readonly once?: boolean;
  /** Runs it in a process of its own. */
  measure(): Figures<Figure>;
}

/** A figure in all rounds. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** The figures of a case in all rounds. */
export type Measured<Figure extends string = string> = Readonly<Record<Figure, Spread>>;

/** What was measured of a case. @throws Error if it wasn't */
export type MeasuredOf = <Figure extends string>(one: Case<Figure>) => Measured<Figure>;
