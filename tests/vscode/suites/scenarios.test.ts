import { RUN_SCENARIOS, STEP_THROUGH_SCENARIO } from '@poise/server/protocol';
import { assert } from 'chai';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { rangeOf, replace, show, until, untilFound, uriOf } from '../harness/editors.ts';
import { runBy, scenarios, untilListed, type WatchedRun } from '../harness/scenarios.ts';

const LAMP = `playbook lamp "Arrived damaged"
  owner   "Customer Care"
  version 1.0.0
signal anger from 0 to 10
trigger broken when customer says "broken"
step hear
  say "Tell me." when anger is at least 3
step agree
  say "Agreed."
scenario "It is heard"
  customer says "It is broken" with anger 4
  expect step hear
  agent completes hear
  expect step agree
scenario "It is agreed at once"
  customer says "It is broken" with anger 4
  expect step agree
`;
const PATH = 'lamp.playbook';
const BOTH = ['It is heard', 'It is agreed at once'];

/** Runs scenarios of the lamp, as a lens does. */
const run = (...titles: readonly string[]): Promise<WatchedRun> =>
  runBy(() => vscode.commands.executeCommand(RUN_SCENARIOS, { uri: uriOf(PATH).toString(), titles }));

/** Shows the playbook of the lamp, and waits until its scenarios are in the Testing view. */
async function showLamp(): Promise<vscode.TextEditor> {
  const editor = await show(PATH);
  await untilListed(PATH, (titles) => titles.join() === BOTH.join());
  return editor;
}

/** Waits until somebody who steps through a scenario comes to a halt, and tells where. */
async function halt(begin: () => unknown): Promise<vscode.DebugStackFrame> {
  const before = vscode.debug.activeStackItem;
  void begin();
  return until(vscode.debug.onDidChangeActiveStackItem, () => {
    const now = vscode.debug.activeStackItem;
    return now !== before && now instanceof vscode.DebugStackFrame && now;
  });
}

/** The words of the line where one is. */
async function lineOf({ session, threadId, frameId }: vscode.DebugStackFrame): Promise<string> {
  const { stackFrames } = await session.customRequest('stackTrace', { threadId });
  const [here] = stackFrames.filter(({ id }: { readonly id: number }) => id === frameId);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(here.source.path));
  return document.lineAt(here.line - 1).text.trim();
}

/** Waits until nobody steps through anything any more. */
async function ended(stop: () => unknown): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const listening = vscode.debug.onDidTerminateDebugSession(() => resolve());
  void stop();
  await promise;
  listening.dispose();
}

/** The lenses above the line that begins with some words, of all that a document has. */
async function lensesAbove(document: vscode.TextDocument): Promise<(words: string) => readonly vscode.CodeLens[]> {
  const all: vscode.CodeLens[] = await vscode.commands.executeCommand(
    'vscode.executeCodeLensProvider',
    document.uri,
    50,
  );
  return (words) => all.filter(({ range }) => range.start.line === rangeOf(document, words).start.line);
}

const titlesOf = (lenses: readonly vscode.CodeLens[]): readonly (string | undefined)[] =>
  lenses.map(({ command }) => command?.title);

describe('scenarios', () => {
  before(() => vscode.workspace.fs.writeFile(uriOf(PATH), new TextEncoder().encode(LAMP)));
  after(() => vscode.workspace.fs.delete(uriOf(PATH)));

  it('are in the Testing view, file by file, with their places', async () => {
    const { document } = await show('late_delivery.playbook');
    const listed = await untilListed('late_delivery.playbook', (titles) => titles.length > 0);
    for (const { label, range } of listed)
      assert.strictEqual(range?.start.line, rangeOf(document, `scenario "${label}"`).start.line);
    assert.strictEqual(listed[0]?.parent?.label, 'Late or lost on the way');
  });

  it('come and go with what is written', async () => {
    const editor = await showLamp();
    await replace(editor, '"It is heard"', '"Somebody listens"');
    await untilListed(PATH, (titles) => titles.join() === ['Somebody listens', BOTH[1]].join());
  });

  it('are played all together, and those that are shipped pass', async () => {
    await showLamp();
    const { results } = await runBy(() => vscode.commands.executeCommand('testing.runAll'));
    assert.isAbove(results.size, 100);
    assert.deepEqual(
      [...results].filter(([, result]) => result !== 'passed'),
      [['It is agreed at once', 'failed']],
    );
  });

  it('say where and why they fail', async () => {
    const { document } = await showLamp();
    const { results, messages } = await run(...BOTH);
    assert.deepEqual([...results.values()], ['passed', 'failed']);
    const [message] = messages;
    assert.strictEqual(message?.message, 'Expected the step `agree`, but `lamp` is at the step `hear`.');
    const last = rangeOf(document, 'expect step agree', document.getText().indexOf('at once'));
    assert.isTrue(message?.location?.range.isEqual(last));
    assert.deepEqual(
      message?.stackTrace?.map(({ position }) => position?.line),
      [rangeOf(document, 'step hear').start.line],
    );
  });

  it('wait until mistakes are put right', async () => {
    const editor = await showLamp();
    await replace(editor, 'owner ', 'ownr ');
    await untilFound(editor.document.uri, (found) => found.length > 0);
    const { results, messages } = await run(...BOTH);
    assert.deepEqual([...results.values()], ['errored', 'skipped']);
    assert.strictEqual(messages[0]?.message, 'Not played: the file has mistakes. Put them right first.');
  });

  it('are played again after each build, when that is wished', async () => {
    const editor = await showLamp();
    const { request } = await run('It is heard');
    const include = (await scenarios()).file(editor.document.uri);
    const continuous = new vscode.TestRunRequest(include && [include], undefined, request.profile, true);
    const stop = new vscode.CancellationTokenSource();
    await runBy(() => request.profile?.runHandler(continuous, stop.token));
    const { results } = await runBy(() =>
      replace(editor, 'scenario "It is agreed at once"', 'scenario "It is agreed"'),
    );
    stop.cancel();
    assert.deepEqual(
      [...results],
      [
        ['It is heard', 'passed'],
        ['It is agreed', 'failed'],
      ],
    );
  });

  it('show what they cover, line by line', async () => {
    const editor = await showLamp();
    const { run, request, coverage } = await runBy(() => vscode.commands.executeCommand('testing.coverageCurrentFile'));
    const file = coverage.find(({ uri }) => uri.toString() === editor.document.uri.toString());
    assert.isDefined(file);
    if (!file) return;
    const { token } = new vscode.CancellationTokenSource();
    const details = (await request.profile?.loadDetailedCoverage?.(run, file, token)) ?? [];
    const steps = details.filter((one) => one instanceof vscode.DeclarationCoverage);
    assert.deepEqual(
      steps.map(({ name, executed }) => [name, executed]),
      [
        ['step hear', 2],
        ['step agree', 1],
      ],
    );
    const statements = details.filter((one) => one instanceof vscode.StatementCoverage);
    const sides = statements.flatMap(({ branches }) => branches);
    assert.includeMembers(
      sides.map(({ executed }) => Number(executed) > 0),
      [true, false],
    );
    const [, second] = file.includesTests ?? [];
    const alone = second && (await request.profile?.loadDetailedCoverageForTest?.(run, file, second, token));
    const reached = (alone ?? []).filter((one) => one instanceof vscode.DeclarationCoverage);
    assert.deepEqual(
      reached.map(({ executed }) => executed),
      [1, 0],
    );
  });

  it('are gone through line by line, back and forth', async () => {
    await showLamp();
    const step = { uri: uriOf(PATH).toString(), titles: ['It is heard'] };
    const stepping = runBy(() => vscode.commands.executeCommand(STEP_THROUGH_SCENARIO, step));
    const first = await halt(() => stepping);
    assert.strictEqual(await lineOf(first), 'scenario "It is heard"');
    const second = await halt(() => vscode.commands.executeCommand('workbench.action.debug.stepOver'));
    assert.match(await lineOf(second), /^customer says/);
    const { scopes } = await second.session.customRequest('scopes', { frameId: second.frameId });
    const known = scopes.find(({ name }: { readonly name: string }) => name === 'Known facts');
    const { variables } = await second.session.customRequest('variables', known);
    assert.deepInclude(variables[0], { name: 'anger', value: '4' });
    const back = await halt(() => vscode.commands.executeCommand('workbench.action.debug.stepBack'));
    assert.strictEqual(await lineOf(back), 'scenario "It is heard"');
    void vscode.commands.executeCommand('workbench.action.debug.continue');
    assert.deepEqual([...(await stepping).results], [['It is heard', 'passed']]);
  });

  it('have lenses above them, and so do rules, which say what came of it and play them', async () => {
    const { document } = await showLamp();
    const lenses = await lensesAbove(document);
    assert.deepEqual(titlesOf(lenses('scenario "It is heard"')), ['Run', 'Step through', 'Passed']);
    assert.match(titlesOf(lenses('scenario "It is agreed at once"')).at(-1) ?? '', /^Failed: expected /);
    assert.deepEqual(titlesOf(lenses('trigger broken')), ['Covered by 2 scenarios']);
    const { command, arguments: given = [] } = lenses('scenario "It is heard"')[0]?.command ?? {};
    const { results } = await runBy(() => vscode.commands.executeCommand(command ?? '', ...given));
    assert.deepEqual([...results], [['It is heard', 'passed']]);
  });

  it('are gone through from where the cursor is, and as `launch.json` says', async () => {
    const editor = await showLamp();
    const { start } = rangeOf(editor.document, 'agent completes');
    editor.selection = new vscode.Selection(start, start);
    const byKey = await halt(() => vscode.commands.executeCommand('workbench.action.debug.start'));
    assert.strictEqual(await lineOf(byKey), 'scenario "It is heard"');
    await ended(() => vscode.debug.stopDebugging());
    const launch = { playbook: editor.document.uri.path, scenario: 'It is agreed at once' };
    const named = { ...launch, type: 'poise-scenario', request: 'launch', name: 'It' };
    const launched = await halt(() => vscode.debug.startDebugging(undefined, named));
    assert.strictEqual(await lineOf(launched), 'scenario "It is agreed at once"');
    await ended(() => vscode.debug.stopDebugging());
  });
});
