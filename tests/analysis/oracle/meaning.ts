/** What questions mean, as formulas for a solver: written from the language's documentation, and from nothing that compiles it. */

/** Where a question is a definite yes, and where it is a definite no, in SMT-LIB; elsewhere it is unknown. */
export interface Meaning {
  readonly yes: string;
  readonly no: string;
}

export function all(formulas: readonly string[]): string {
  return formulas.length === 0 ? 'true' : `(and ${formulas.join(' ')})`;
}

export function any(formulas: readonly string[]): string {
  return formulas.length === 0 ? 'false' : `(or ${formulas.join(' ')})`;
}

export function implies(condition: string, consequence: string): string {
  return `(=> ${condition} ${consequence})`;
}

export function no(formula: string): string {
  return `(not ${formula})`;
}

/** `and` is no as soon as one part is a sure no. */
export function both(parts: readonly Meaning[]): Meaning {
  return { yes: all(parts.map((part) => part.yes)), no: any(parts.map((part) => part.no)) };
}

/** `or` is yes as soon as one part is a sure yes. */
export function either(parts: readonly Meaning[]): Meaning {
  return { yes: any(parts.map((part) => part.yes)), no: all(parts.map((part) => part.no)) };
}

export function negated(part: Meaning): Meaning {
  return { yes: part.no, no: part.yes };
}

/** An exception counts only when it is a sure yes. */
export function unless(part: Meaning, exception: Meaning): Meaning {
  return { yes: all([part.yes, no(exception.yes)]), no: any([part.no, exception.yes]) };
}

/** A question that always has an answer. */
export function always(formula: string): Meaning {
  return { yes: formula, no: no(formula) };
}

/** A question about a fact that may be unknown. */
export function ofFact(known: string, formula: string): Meaning {
  return { yes: all([known, formula]), no: all([known, no(formula)]) };
}
