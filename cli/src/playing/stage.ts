import { type Compilation, createCompiler, type FileFinding, type SourceHost, type SourceRead } from '@poise/generator';
import { type PlaybookScenarios, type ScenarioRun, scenarioPlayer } from '@poise/generator/scenarios';
import { sha256 } from '../cache/digest.ts';
import { rememberReads } from './remember-reads.ts';

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

const LINE_END = /\r\n|\n|\r/;

/**
 * @param entry the playbook's file, as a path from the workspace's root
 * @param wider lists of playbooks that it may name, each with more than the one before
 * @param today see `CompileOptions`
 */
export function createStage(
  entry: string,
  wider: readonly (() => readonly string[])[],
  host: SourceHost,
  today: string,
): Stage {
  const compiler = createCompiler();
  const { read } = rememberReads(host);
  // Often the file by itself will do, and that takes a fraction of the time.
  let enough: readonly string[] = [entry];
  let left = wider;

  const compileSoundly = async (text: SourceRead): Promise<Compilation> => {
    const overlaid = { read: async (path: string) => (path === entry ? text : read(path)) };
    const compile = (files: readonly string[]) => compiler.compile(files, overlaid, { today, digest: sha256 });
    const first = await compile(enough);
    const isOwn = ({ file }: FileFinding) => first.sources.has(file);
    let best: Compilation | undefined;
    for (const [index, list] of hasErrors(first) ? left.entries() : []) {
      const compilation = await compile([...new Set([entry, ...list()])]);
      // What the playbook names and isn't there is only worth a word where it isn't anywhere.
      const isBetter = !best || (errorsOf(best).some(isOwn) && !errorsOf(compilation).some(isOwn));
      if (isBetter) best = compilation;
      if (hasErrors(compilation)) continue;
      enough = filesFor(entry, compilation);
      left = left.slice(index, index + 1);
      return compilation;
    }
    // Where it has once been sound, a mistake is in what came since, and isn't looked for further away.
    if (!hasErrors(first)) left = left.slice(0, 1);
    return best ?? first;
  };

  return {
    async play(scenario) {
      const own = await read(entry);
      const { text, line } = withScenario(own.kind === 'text' ? own.text : '', scenario);
      const compilation = await compileSoundly(own.kind === 'text' ? { kind: 'text', text } : own);
      const { findings, sources } = compilation;
      const ours = findings.filter(({ file, range }) => file === entry && range.start.line >= line);
      const inScenario = ours.filter(isError);
      const elsewhere = findings.filter((one) => isError(one) && !ours.includes(one));
      const isPlaybook = compilation.playbooks.some(({ file }) => file === entry);
      if (!isPlaybook && elsewhere.length === 0) return { kind: 'library' };
      if (inScenario.length + elsewhere.length > 0) return { kind: 'mistaken', inScenario, elsewhere, sources };
      const played = scenariosIn(entry, compilation);
      const last = played?.scenarios.at(-1);
      if (!played || !last) return { kind: 'retired' };
      const lastLine = text.split(LINE_END).length - 2;
      const advice = ours.filter(({ range }) => range.start.line === lastLine);
      return { kind: 'played', run: scenarioPlayer(played)(last), text, advice, sources };
    },
  };
}

/** A file's text with a scenario at its end, a line free above it; and the line, counted from 0, where that begins. */
function withScenario(own: string, scenario: string): { readonly text: string; readonly line: number } {
  const lineEnd = own.includes('\r\n') ? '\r\n' : '\n';
  const above = `${own.trimEnd()}${lineEnd}${lineEnd}`;
  return { text: above + scenario.replaceAll('\n', lineEnd), line: above.split(LINE_END).length - 1 };
}

/** The files of the playbooks that this one is tried out with. */
function filesFor(entry: string, compilation: Compilation): readonly string[] {
  const needed = scenariosIn(entry, compilation)?.documents.map(({ id }) => id) ?? [];
  return compilation.playbooks.filter(({ id, file }) => file === entry || needed.includes(id)).map(({ file }) => file);
}

function scenariosIn(entry: string, { scenarios }: Compilation): PlaybookScenarios | undefined {
  return scenarios.find(({ file }) => file === entry);
}

function hasErrors({ findings }: Compilation): boolean {
  return findings.some(isError);
}

function errorsOf({ findings }: Compilation): readonly FileFinding[] {
  return findings.filter(isError);
}

function isError({ severity }: FileFinding): boolean {
  return severity === 'error';
}
