import { formulasOf } from '../formulas.ts';
import { measureAnswers } from '../measure.ts';
import { type Solver, startSolver } from '../solver.ts';

// The first run starts the solver, which the others use again.
measureAnswers(({ playbook }) => {
  const { given, asked } = formulasOf(playbook);
  let solver: Solver | undefined;
  return async () => {
    solver ??= await startSolver();
    return solver.canHold(given, asked);
  };
});
