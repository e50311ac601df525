import {
  type ExtensionContext,
  FileType,
  ShellExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  tasks,
  Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';

/** The `type` of our tasks in `tasks.json`. */
const TYPE = 'poise';

interface Work {
  readonly name: string;
  readonly group: TaskGroup;
  /** What finds problems in the output: what is checked is shown without it, whether or not a file is open. */
  readonly matchers: string[];
}

/** What `poise` can do as a task, by the command that does it. */
const COMMANDS: Readonly<Record<string, Work>> = {
  check: { name: 'Check all playbooks', group: TaskGroup.Build, matchers: [] },
  test: { name: 'Play all scenarios', group: TaskGroup.Test, matchers: ['$poise-scenarios'] },
  build: { name: 'Build the JSON', group: TaskGroup.Build, matchers: [] },
};

/** Offers `poise check`, `test` and `build` as tasks. */
export function registerTasks(context: ExtensionContext): void {
  context.subscriptions.push(
    tasks.registerTaskProvider(TYPE, {
      provideTasks: async () => {
        const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
        const offered = folders.map(async (folder) => {
          const program = await programIn(folder);
          return Object.keys(COMMANDS).flatMap((command) => taskOf({ type: TYPE, command }, folder, program) ?? []);
        });
        return (await Promise.all(offered)).flat();
      },
      resolveTask: async ({ definition, scope }) => {
        const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0];
        return folder && taskOf(definition, folder, await programIn(folder));
      },
    }),
  );
}

function taskOf(definition: TaskDefinition, folder: WorkspaceFolder, program: string): Task | undefined {
  const command = String(definition.command);
  const work = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!work) return undefined;
  const given = Array.isArray(definition.args) ? definition.args.map(String) : [];
  const execution = new ShellExecution(program, [command, ...given], { cwd: folder.uri.fsPath });
  const task = new Task(definition, folder, work.name, 'Poise', execution, work.matchers);
  task.group = work.group;
  return task;
}

/** The command that the folder has installed, at the version that its playbooks are built with; else the one on this machine. */
async function programIn(folder: WorkspaceFolder): Promise<string> {
  const installed = Uri.joinPath(folder.uri, 'node_modules', '.bin', 'poise');
  try {
    const { type } = await workspace.fs.stat(installed);
    return type & FileType.File ? installed.fsPath : 'poise';
  } catch {
    return 'poise';
  }
}
