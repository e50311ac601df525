import { Command, InvalidArgumentError, Option } from 'commander';
import type { WatchedRun } from './commands/compile.ts';
import type {
  AsGiven,
  BuildOptions,
  CheckCommandOptions,
  CompileOptions,
  CoverageReport,
  DiffOptions,
  FormatOptions,
  MapOptions,
  PlayOptions,
  TestOptions,
} from './commands/options.ts';
import { COVERAGE_REPORTS } from './commands/options.ts';
import type { ExitCode } from './exit-codes.ts';
import { reportingStops } from './output/stops.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';
import { currentPlace, type Place } from './workspace/root.ts';
import { isDay, todayInUtc } from './workspace/today.ts';
import { DEFAULT_OUT } from './writing/out-folder.ts';

/**
 * The command line: which commands and options there are, and their help. What a command needs is loaded when it is called: the compiler alone
 * takes longer to load than most commands run.
 *
 * @param exit called with a command's exit code when it is done
 */
export function poiseProgram(terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const program = new Command('poise')
    .description('Checks playbooks for customer conversations, and compiles them to JSON that any agent tool can load.')
    .version(version, '--version', 'say which version this is')
    .helpOption('-h, --help', 'say how to use it')
    .helpCommand('help [command]', 'say how to use a command')
    .configureOutput({ writeOut: terminal.print, writeErr: terminal.say, outputError: () => {} })
    .exitOverride()
    .addHelpText(
      'after',
      examples(
        'poise check',
        'poise test',
        'poise play late_delivery.playbook',
        'poise build playbooks',
        'poise diff main',
        'poise map anger channel',
        'poise explain unknown-name',
        'poise new my-playbooks',
      ) + EXIT_CODES,
    );

  withCheckOptions(program.command('check [paths...]'))
    .description('Say what is wrong with the playbooks: files, folders or patterns; without any, those in this folder.')
    .option('--suppressions', 'list besides what is allowed by remarks, with the reasons', false)
    .addHelpText(
      'after',
      examples(
        'poise check',
        "poise check 'playbooks/late-*.playbook'",
        'poise check --fail-level warning --format json',
      ) + EXIT_CODES,
    )
    .action(async (paths: readonly string[], options: AsGiven<CheckCommandOptions>) => {
      const { check } = await import('./commands/check.ts');
      exit(await run(paths, options, terminal, (place, way) => check(paths, forToday(options), place, terminal, way)));
    });

  withCheckOptions(program.command('build [paths...]'))
    .description('Compile the playbooks to JSON. If anything fails, no file is changed.')
    .option(
      '--out <folder>',
      `where the JSON goes (default: ${DEFAULT_OUT} in the workspace, unless poise.json says otherwise)`,
    )
    .addHelpText('after', examples('poise build', 'poise build playbooks --out compiled') + EXIT_CODES)
    .action(async (paths: readonly string[], options: AsGiven<BuildOptions>) => {
      const { build } = await import('./commands/build.ts');
      exit(await run(paths, options, terminal, (place, way) => build(paths, forToday(options), place, terminal, way)));
    });

  withCompileOptions(program.command('test [paths...]'), ['pretty', 'json', 'junit', 'tap'])
    .description('Play the scenarios of the playbooks, and say which of them don’t come out as expected.')
    .option('--filter <text>', 'only scenarios with this text in their title, or in the name of their playbook')
    .option('--bail', 'stop after the first scenario that fails', false)
    .option('--coverage', 'say besides what no scenario has tried', false)
    .addOption(
      new Option(
        '--coverage-report <forms>',
        `write reports of that: ${COVERAGE_REPORTS.join(', ')}; several with commas`,
      ).argParser(coverageReports),
    )
    .option('--coverage-out <folder>', 'where the reports go (default: coverage in the workspace)')
    .addOption(
      new Option(
        '--min <percent>',
        'fail if less of the rules, of the steps or of the thresholds is covered',
      ).argParser(percent),
    )
    .addHelpText(
      'after',
      examples(
        'poise test',
        'poise test playbooks/late_delivery.playbook',
        "poise test --filter 'refund' --watch",
        'poise test --coverage --min 90',
      ) + EXIT_CODES,
    )
    .action(async (paths: readonly string[], options: AsGiven<TestOptions>) => {
      const { test } = await import('./commands/test.ts');
      exit(await run(paths, options, terminal, (place, way) => test(paths, forToday(options), place, terminal, way)));
    });

  withDayAndFormat(program.command('diff <before> [after]'), ['pretty', 'markdown', 'json'])
    .description(
      'Say what became of the playbooks, rule by rule: between folders, compiled files or Git revisions, or from one of them to the files here.',
    )
    .option('--fail-on <changes>', 'fail if there are such changes: `lost,loosened boundary`, several with commas')
    .option('--approved-by <names>', 'who has approved, of those whom poise.json names; several with commas')
    .addHelpText(
      'after',
      examples(
        'poise diff main',
        'poise diff HEAD~1 playbooks',
        'poise diff main... --format markdown --fail-on lost,loosened',
        'poise diff dist/playbooks playbooks',
      ) + EXIT_CODES,
    )
    .action(async (before: string, after: string | undefined, given: AsGiven<DiffOptions>) => {
      const { diff } = await import('./commands/diff.ts');
      const options = forToday(given);
      const stops = { ...options, watch: false };
      exit(await reportingStops(stops, terminal, () => diff(before, after, options, currentPlace(), terminal)));
    });

  withDayAndFormat(program.command('map <facts...>'), ['pretty', 'markdown', 'json'])
    .description(
      'Say which situations lead to which playbook, escalation or step, and which to nothing. A situation is made of the facts that you name. `time` instead says how long a team may take to answer, by the hour of the week.',
    )
    .option('--in <paths...>', 'the playbooks: files, folders or patterns; without any, those in this folder')
    .option('--svg <file>', 'draw it besides: one to three facts')
    .addHelpText(
      'after',
      examples(
        'poise map anger channel',
        'poise map order_delay --in playbooks/late_delivery.playbook',
        'poise map anger channel --svg map.svg --format markdown',
        'poise map time',
      ) + EXIT_CODES,
    )
    .action(async (facts: readonly string[], given: AsGiven<MapOptions>) => {
      const { map } = await import('./commands/map.ts');
      const options = forToday(given);
      const stops = { ...options, watch: false };
      exit(await reportingStops(stops, terminal, () => map(facts, options, currentPlace(), terminal)));
    });

  program
    .command('play <playbook>')
    .description('Try a playbook out: type what the customer says, and see what the agent would see.')
    .option('--time <time>', 'when it takes place: `friday 19:50` or `2026-11-27 19:50` (default: `tuesday 12:00`)')
    .option('--record', 'when you leave, write the conversation to the playbook’s file, as a scenario', false)
    .addHelpText(
      'after',
      examples(
        'poise play playbooks/late_delivery.playbook',
        "poise play late_delivery.playbook --time 'friday 19:50' --record",
        'poise play late_delivery.playbook < lines.txt',
      ) + EXIT_CODES,
    )
    .action(async (playbook: string, options: Omit<PlayOptions, 'today'>) => {
      const { play } = await import('./commands/play.ts');
      exit(await play(playbook, { ...options, today: todayInUtc() }, currentPlace(), terminal));
    });

  program
    .command('format [paths...]')
    .description('Lay playbooks out as in a handbook. Only spaces and line breaks change.')
    .option('--check', 'change nothing, say which files would change', false)
    .addHelpText(
      'after',
      examples('poise format', 'poise format --check playbooks', 'poise format - < draft.playbook') + EXIT_CODES,
    )
    .action(async (paths: readonly string[], options: FormatOptions) => {
      const { format } = await import('./commands/format.ts');
      exit(await format(paths, options, currentPlace(), terminal));
    });

  program
    .command('explain <code>')
    .description('Explain a finding by its code, which stands in brackets behind its message.')
    .addHelpText('after', examples('poise explain unknown-name'))
    .action(async (code: string) => {
      const { explain } = await import('./commands/explain.ts');
      exit(await explain(code, terminal));
    });

  program
    .command('new <folder>')
    .description('Make a folder with a small playbook to begin with.')
    .addHelpText('after', examples('poise new my-playbooks'))
    .action(async (folder: string) => {
      const { newWorkspace } = await import('./commands/new.ts');
      exit(newWorkspace(folder, todayInUtc(), terminal));
    });

  program
    .command('lsp')
    .description('Run the language server, for editors.')
    .requiredOption('--stdio', 'talk over standard input and output')
    .addHelpText('after', examples('poise lsp --stdio'))
    .action(async () => {
      const { lsp } = await import('./commands/lsp.ts');
      lsp(todayInUtc);
    });

  return program;
}

function withCheckOptions(command: Command): Command {
  return withCompileOptions(command, ['pretty', 'json'])
    .addOption(
      new Option(
        '--fail-level <level>',
        'fail if there is a finding of this level or a worse one (default: error, unless poise.json says otherwise)',
      ).choices(['error', 'warning', 'info']),
    )
    .option('--no-cache', 'do all the work, even if nothing has changed since the last time');
}

function withDayAndFormat(command: Command, formats: readonly string[]): Command {
  return command
    .addOption(new Option('--format <format>', 'for people or for programs').choices(formats).default('pretty'))
    .addOption(
      new Option(
        '--today <date>',
        'the day for which dates are judged, YYYY-MM-DD (default: the day it is, in UTC)',
      ).argParser(day),
    );
}

function withCompileOptions(command: Command, formats: readonly string[]): Command {
  return withDayAndFormat(command, formats)
    .option('--watch', 'do it again whenever a playbook or poise.json has changed, until Ctrl-C', false)
    .option('--quiet', 'say nothing but what is found', false);
}

/** Once or, with `--watch`, again and again. */
async function run(
  paths: readonly string[],
  options: AsGiven<CompileOptions>,
  terminal: Terminal,
  command: (place: Place, watched?: WatchedRun) => Promise<ExitCode>,
): Promise<ExitCode> {
  if (!options.watch) return reportingStops(options, terminal, () => command(currentPlace()));
  const { watch } = await import('./watching/watch.ts');
  return watch(paths, options, terminal, command);
}

/** Asks for the day at each run: a watch may last for many. */
function forToday<Options extends { readonly today?: string }>(options: Options): Options & { readonly today: string } {
  return { ...options, today: options.today ?? todayInUtc() };
}

function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('A day is written like 2026-11-30.');
  return text;
}

function coverageReports(text: string): readonly CoverageReport[] {
  const asked = text.split(',');
  const reports = COVERAGE_REPORTS.filter((report) => asked.includes(report));
  if (reports.length < new Set(asked).size)
    throw new InvalidArgumentError(`Reports are ${COVERAGE_REPORTS.join(', ')}.`);
  return reports;
}

function percent(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0 && number <= 100)) throw new InvalidArgumentError('A number from 0 to 100.');
  return number;
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

const EXIT_CODES = `
Exit codes:
  0  clean
  1  something was found at or above the fail level; a build has written nothing; format --check would change a file;
     a scenario fails, or less than --min is covered; a change needs a higher version, an approval, or must not be
  2  wrong use
  3  could not be finished
`;
