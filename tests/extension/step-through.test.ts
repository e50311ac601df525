import { PLAY_SCENARIOS, type PlayScenariosAnswer } from '@poise/server/protocol';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { afterEach, describe, expect, test } from 'vitest';
import { find } from '../../extension/src/scenarios/same-title.ts';
import { Stepper } from '../../extension/src/scenarios/step-through/stepper.ts';
import { Editor } from '../harness/editor.ts';

const LAMP = `playbook lamp "Arrived damaged"
  owner   "Customer Care"
  version 1.0.0
signal anger from 0 to 10
trigger broken when customer says "broken"
step hear
  say "Tell me." when anger is at least 3
step agree
  say "Agreed."
scenario "Passes"
  customer says "It is broken" with anger 4
  expect step hear
  agent completes hear
  expect step agree
scenario "Fails"
  customer says "It is broken"
  expect step agree
  agent closes conversation
`;
const URI = 'file:///lamp.playbook';
const LINES = LAMP.split('\n');

let editor: Editor;
afterEach(() => editor.end());

/** Somebody who goes through a scenario, as an editor does it for them. */
async function stepThrough(scenario: string) {
  editor = await Editor.on(new Map([['lamp.playbook', LAMP]]));
  await editor.settled();
  const told: (DebugProtocol.Event | DebugProtocol.Response)[] = [];
  const stepper = new Stepper({
    play: async ({ playbook, scenario: title, nth = 0 }) => {
      const params = { uri: playbook, titles: [title] };
      const answer: PlayScenariosAnswer = await editor.connection.sendRequest(PLAY_SCENARIOS, params);
      const played = answer.kind === 'played' ? find({ title, nth }, answer.scenarios) : undefined;
      if (!played) throw new Error(answer.kind === 'mistaken' ? answer.reason : 'it is not there');
      return played;
    },
    uriOf: (path) => `file://${path}`,
    send: (message) => void told.push(message as (typeof told)[number]),
  });
  let asked = 0;
  const ask = async (command: string, args?: object) => {
    asked += 1;
    await stepper.take({ seq: asked, type: 'request', command, arguments: args });
    return told.findLast((one): one is DebugProtocol.Response => one.type === 'response');
  };
  const events = () => told.filter((one): one is DebugProtocol.Event => one.type === 'event').map(({ event }) => event);
  const stopped = () => told.findLast((one): one is DebugProtocol.Event => one.type === 'event')?.body;
  /** The words of the line where one is. */
  const line = async () => LINES[(await ask('stackTrace'))?.body.stackFrames[0]?.line - 1]?.trim();
  /** What is shown, group by group. */
  const shown = async () => {
    const all: Record<string, Record<string, string>> = {};
    for (const { name, variablesReference } of (await ask('scopes'))?.body.scopes ?? []) {
      const entries: DebugProtocol.Variable[] = (await ask('variables', { variablesReference }))?.body.variables;
      all[name] = Object.fromEntries(entries.map((entry) => [entry.name, entry.value]));
    }
    return all;
  };
  const go = async (command: string) => {
    await ask(command, { threadId: 1 });
    return line();
  };
  await ask('initialize');
  const launched = await ask('launch', { playbook: URI, scenario });
  return { ask, go, line, events, stopped, shown, launched };
}

/** Breakpoints at lines with these words. */
const breakpoints = (...words: readonly string[]) => ({
  source: { path: '/lamp.playbook' },
  breakpoints: words.map((word) => ({ line: LINES.findIndex((line) => line.includes(word)) + 1 })),
});

describe('going through a scenario', () => {
  test('comes to a halt at each line, and ends after the last', async () => {
    const { ask, go, line, events } = await stepThrough('Passes');
    await ask('configurationDone');
    const seen = [await line()];
    for (const command of ['next', 'stepIn', 'stepOut', 'next']) seen.push(await go(command));
    expect(seen).toEqual(LINES.slice(9, 14).map((text) => text.trim()));
    await ask('next');
    expect(events().slice(-2)).toEqual(['terminated', 'exited']);
  });

  test('shows how the conversation stands there', async () => {
    const { ask, go, shown } = await stepThrough('Passes');
    await ask('configurationDone');
    await go('next');
    expect(await shown()).toMatchObject({ Now: { step: 'hear' }, 'Known facts': { anger: '4' } });
  });

  test('goes back, to the beginning and no further', async () => {
    const { ask, go } = await stepThrough('Passes');
    await ask('configurationDone');
    await go('next');
    await go('next');
    expect(await go('stepBack')).toMatch(/^customer says/);
    await go('stepBack');
    expect(await go('stepBack')).toBe('scenario "Passes"');
  });

  test('goes on to breakpoints, and back to them', async () => {
    const { ask, go, events } = await stepThrough('Passes');
    const set = await ask('setBreakpoints', breakpoints('with anger 4', 'agent completes', 'version'));
    expect(set?.body.breakpoints.map(({ verified }: DebugProtocol.Breakpoint) => verified)).toEqual([
      true,
      true,
      false,
    ]);
    await ask('configurationDone');
    expect(await go('continue')).toMatch(/^customer says/);
    expect(await go('continue')).toBe('agent completes hear');
    expect(await go('reverseContinue')).toMatch(/^customer says/);
    expect(await go('reverseContinue')).toBe('scenario "Passes"');
    await ask('setBreakpoints', breakpoints());
    await ask('continue');
    expect(events().slice(-2)).toEqual(['terminated', 'exited']);
  });

  test('ends at the line that fails, and says why', async () => {
    const { ask, go, events, stopped, shown } = await stepThrough('Fails');
    await ask('configurationDone');
    expect(await go('continue')).toBe('expect step agree');
    expect(stopped()).toMatchObject({
      reason: 'exception',
      text: 'Expected the step `agree`, but `lamp` is at the step `hear`.',
    });
    expect((await ask('exceptionInfo'))?.body.description).toBe(stopped().text);
    expect(await shown()).toMatchObject({ Now: { step: 'hear' } });
    const [, why] = (await ask('stackTrace'))?.body.stackFrames ?? [];
    expect([why.name, why.line]).toEqual(['It waits for the next reply of the agent.', LINES.indexOf('step hear') + 1]);
    await ask('next');
    expect(events().at(-1)).toBe('exited');
  });

  test('begins again with what the file says now', async () => {
    const { ask, go, line } = await stepThrough('Fails');
    await ask('configurationDone');
    await go('continue');
    await editor.write('lamp.playbook', LAMP.replace('"It is broken"\n  expect step agree', '"It is broken"'));
    await editor.settled();
    await ask('restart');
    expect(await line()).toBe('scenario "Fails"');
    await ask('continue');
    expect((await ask('threads'))?.body.threads).toEqual([{ id: 1, name: 'Fails' }]);
  });

  test('does not begin where there is nothing to be played', async () => {
    const { launched, events } = await stepThrough('Is not there');
    expect(launched).toMatchObject({ success: false, message: 'it is not there' });
    expect(events()).toEqual([]);
  });
});
