import type { Compilation, CompileOptions, FileFinding, SourceHost, SourceRead } from '../compilation.ts';
import { createCompiler } from '../compile-workspace.ts';
import { type ScenarioRun, scenarioPlayer } from '../scenarios/index.ts';
import { rememberReads } from './remember-reads.ts';
import { LINE_END, withScenario } from './scenario-text.ts';

/** A playbook that is tried out with a scenario that isn't in its file. */
export interface Stage {
  /** Plays a scenario as if it stood at the end of the playbook's file. Whatever changes in the files meanwhile makes no difference. */
  play(scenario: string): Promise<Played>;
}

export type Played =
  | SoundlyPlayed
  /** Errors: those in the scenario, and all others. */
  | {
      readonly kind: 'mistaken';
      readonly inScenario: readonly FileFinding[];
      readonly elsewhere: readonly FileFinding[];
      readonly sources: Compilation['sources'];
    }
  /** There is nothing to be tried out in this file. */
  | { readonly kind: 'library' | 'retired' };

/** The scenario has no error; whether it passes, the run says. */
export interface SoundlyPlayed {
  readonly kind: 'played';
  readonly run: ScenarioRun;
  /** The file's text with the scenario. */
  readonly text: string;
  /** What else is found in the scenario's last line. */
  readonly advice: readonly FileFinding[];
  readonly sources: Compilation['sources'];
}

/**
 * @param entry the playbook's file, as a path from the workspace's root
 */
export function createStage(entry: string, host: SourceHost, options: Pick<CompileOptions, 'today' | 'digest'>): Stage {
  const compiler = createCompiler();
  const { read, playbookFiles } = rememberReads(host);
  const compile = (text: SourceRead): Promise<Compilation> => {
    const overlaid = { read: async (path: string) => (path === entry ? text : read(path)), playbookFiles };
    return compiler.compile([entry], overlaid, { ...options, scenarios: true });
  };

  return {
    async play(scenario) {
      const own = await read(entry);
      const { text, line } = withScenario(own.kind === 'text' ? own.text : '', scenario);
      const compilation = await compile(own.kind === 'text' ? { kind: 'text', text } : own);
      const { findings, sources } = compilation;
      const ours = findings.filter(({ file, range }) => file === entry && range.start.line >= line);
      const inScenario = ours.filter(isError);
      const elsewhere = findings.filter((one) => isError(one) && !ours.includes(one));
      const isPlaybook = compilation.playbooks.some(({ file }) => file === entry);
      if (!isPlaybook && elsewhere.length === 0) return { kind: 'library' };
      if (inScenario.length + elsewhere.length > 0) return { kind: 'mistaken', inScenario, elsewhere, sources };
      const played = compilation.scenarios.find(({ file }) => file === entry);
      const last = played?.scenarios.at(-1);
      if (!played || !last) return { kind: 'retired' };
      const lastLine = text.split(LINE_END).length - 2;
      const advice = ours.filter(({ range }) => range.start.line === lastLine);
      return { kind: 'played', run: scenarioPlayer(played)(last), text, advice, sources };
    },
  };
}

function isError({ severity }: FileFinding): boolean {
  return severity === 'error';
}
