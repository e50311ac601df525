/** What compares what, of all that JsonLogic has. */
const SAME = ['===', '!=='];
const ORDER = ['<', '<=', '>', '>='];

/** Where a condition uses more of JsonLogic than every implementation shares (semantics, point 5): a sentence for each place. */
export function unportableParts(logic: unknown, inside?: string): string[] {
  const operator = onlyKey(logic);
  if (operator === undefined) return [`${JSON.stringify(logic)} is no operation`];
  const operands: unknown = (logic as Record<string, unknown>)[operator];
  if (!Array.isArray(operands)) return [`the operands of ${operator} are no list`];
  if (operator === 'and' || operator === 'or') {
    if (operands.length === 0) return [`${operator} of nothing`];
    const nested = operator === inside ? [`${operator} right inside ${operator}`] : [];
    return [...nested, ...operands.flatMap((operand) => unportableParts(operand, operator))];
  }
  if (![...SAME, ...ORDER].includes(operator)) return [`the operator ${operator}`];
  const [variable, constant, ...more] = operands;
  if (more.length > 0) return [`${operator} of more than two`];
  return [...unportableVariable(variable), ...unportableConstant(operator, constant)];
}

/** The facts that a condition asks for. */
export function variablesOf(logic: unknown): string[] {
  if (Array.isArray(logic)) return logic.flatMap(variablesOf);
  if (typeof logic !== 'object' || logic === null) return [];
  return Object.entries(logic).flatMap(([key, value]) => (key === 'var' ? [String(value)] : variablesOf(value)));
}

function unportableVariable(variable: unknown): string[] {
  const name = onlyKey(variable) === 'var' ? (variable as { var: unknown }).var : undefined;
  if (typeof name !== 'string') return [`${JSON.stringify(variable)} is no variable without a default`];
  // A dot begins a path in every engine, a backslash an escape in some; the empty name is the whole of the data.
  return name === '' || /[.\\]/.test(name) ? [`the variable ${JSON.stringify(name)}`] : [];
}

function unportableConstant(operator: string, constant: unknown): string[] {
  const fits = ORDER.includes(operator)
    ? typeof constant === 'number' && Number.isFinite(constant)
    : constant === null || typeof constant === 'boolean' || typeof constant === 'string';
  return fits ? [] : [`${operator} with ${JSON.stringify(constant)}`];
}

function onlyKey(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const keys = Object.keys(value);
  return keys.length === 1 ? keys[0] : undefined;
}
