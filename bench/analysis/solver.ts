import { init, killThreads } from 'z3-solver';

/** Somebody else's solver. */
export interface Solver {
  /** Of each formula, whether something makes it true, given declarations and assertions in SMT-LIB. */
  readonly canHold: (given: readonly string[], formulas: readonly string[]) => readonly boolean[];
  /** Ends what would keep the process. */
  readonly end: () => Promise<void>;
}

/** What the package has, and has no types for. */
interface Memory {
  readonly HEAPU32: Uint32Array;
  readonly UTF8ToString: (at: number) => string;
  readonly _malloc: (bytes: number) => number;
  readonly _free: (at: number) => void;
  readonly _Z3_eval_smtlib2_string: (context: unknown, at: number) => number;
}

/** Starts Z3. */
export async function startSolver(): Promise<Solver> {
  const { Z3, em } = await init();
  const memory = em as Memory;
  /** In this thread: what the package does in another frees the script before it has been read. */
  const answersTo = (script: string): readonly string[] => {
    const context = Z3.mk_context(Z3.mk_config());
    const bytes = new TextEncoder().encode(`${script}\0`);
    const at = memory._malloc(bytes.length);
    new Uint8Array(memory.HEAPU32.buffer).set(bytes, at);
    const answers = memory.UTF8ToString(memory._Z3_eval_smtlib2_string(context, at));
    memory._free(at);
    Z3.del_context(context);
    return answers.split('\n').filter((answer) => answer !== '');
  };
  return {
    canHold: (given, formulas) => {
      const questions = formulas.map((formula) => `(push)(assert ${formula})(check-sat)(pop)`);
      const answers = answersTo(['(set-logic QF_LIRA)', ...given, ...questions].join('\n'));
      if (answers.length !== formulas.length) throw new Error(answers.join('\n'));
      return answers.map((answer) => {
        if (answer !== 'sat' && answer !== 'unsat') throw new Error(`the solver says: ${answer}`);
        return answer === 'sat';
      });
    },
    end: () => killThreads(em),
  };
}
