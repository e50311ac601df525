import { Command, InvalidArgumentError, Option } from 'commander';
import type { BuildOptions, CheckCommandOptions, FormatOptions } from './commands/options.ts';
import type { ExitCode } from './exit-codes.ts';
import { reportingStops } from './output/stops.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';
import { currentPlace } from './workspace/root.ts';
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
      examples('poise check', 'poise build playbooks', 'poise explain unknown-name', 'poise new my-playbooks') +
        EXIT_CODES,
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
    .action(async (paths: readonly string[], options: CheckCommandOptions) => {
      const { check } = await import('./commands/check.ts');
      exit(await reportingStops(options, terminal, () => check(paths, options, currentPlace(), terminal)));
    });

  withCheckOptions(program.command('build [paths...]'))
    .description('Compile the playbooks to JSON. If anything fails, no file is changed.')
    .option(
      '--out <folder>',
      `where the JSON goes (default: ${DEFAULT_OUT} in the workspace, unless poise.json says otherwise)`,
    )
    .addHelpText('after', examples('poise build', 'poise build playbooks --out compiled') + EXIT_CODES)
    .action(async (paths: readonly string[], options: BuildOptions) => {
      const { build } = await import('./commands/build.ts');
      exit(await reportingStops(options, terminal, () => build(paths, options, currentPlace(), terminal)));
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
  return command
    .addOption(
      new Option('--format <format>', 'for people or for programs').choices(['pretty', 'json']).default('pretty'),
    )
    .addOption(
      new Option(
        '--fail-level <level>',
        'fail if there is a finding of this level or a worse one (default: error, unless poise.json says otherwise)',
      ).choices(['error', 'warning', 'info']),
    )
    .addOption(
      new Option('--today <date>', 'the day for which dates are judged, YYYY-MM-DD')
        .argParser(day)
        .default(todayInUtc(), 'the day it is, in UTC'),
    )
    .option('--no-cache', 'do all the work, even if nothing has changed since the last time')
    .option('--quiet', 'say nothing but what is found', false);
}

function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('A day is written like 2026-11-30.');
  return text;
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

const EXIT_CODES = `
Exit codes:
  0  clean
  1  something was found at or above the fail level; a build has written nothing; format --check would change a file
  2  wrong use
  3  could not be finished
`;
