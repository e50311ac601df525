import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from '../harness/barriers.ts';
import { Editor } from '../harness/editor.ts';
import { shippedSources } from '../harness/shipped.ts';
import { BrowserSimulator } from '../harness/simulator-in-browser.ts';
import { THEMES, type Theme } from '../harness/themes.ts';
import { Webviews } from '../harness/webview.ts';

const LATE = 'playbooks/late_delivery.playbook';

let webviews: Webviews;
let editor: Editor;
let simulator: BrowserSimulator;

beforeAll(async () => {
  webviews = await Webviews.start();
  editor = await Editor.on(shippedSources());
  await editor.settled();
}, 120_000);
afterAll(async () => {
  await webviews.end();
  editor.end();
});
afterEach(async () => {
  expect(simulator.webview.failures).toEqual([]);
  await simulator.close();
});

async function open(theme: Theme = 'light') {
  simulator = await BrowserSimulator.on(webviews, editor, LATE, theme);
  return simulator.webview.page;
}

describe('the simulator', () => {
  it('takes a message with what the tools report, by keyboard alone', async () => {
    const page = await open();
    await page.getByLabel('How angry the customer sounds now').focus();
    for (let presses = 0; presses < 7; presses++) await page.keyboard.press('ArrowRight');
    await page.getByLabel('What the customer says').focus();
    await page.keyboard.type('My parcel is late');
    await page.keyboard.press('Enter');
    await page.locator('.entry').waitFor();
    const log = page.getByRole('log');
    expect(await log.textContent()).toMatch(/My parcel is late[\s\S]*anger is 7[\s\S]*Late or lost on the way/);
    expect(await page.getByLabel('What the customer says').inputValue()).toBe('');
  });

  it('takes decimals, dates and what is cleared as they are typed, key by key', async () => {
    const page = await open();
    await simulator.session.take({ kind: 'happen', event: { type: 'reports', values: { order_delay: 4 } } });
    await page.getByText('All that can be noted').click();
    const cleared = page.getByLabel('How long the order is overdue');
    await expect.poll(() => cleared.inputValue()).toBe('4');
    await cleared.press('Backspace');
    expect(await cleared.inputValue()).toBe('');
    for (const { label, keys, value } of [
      { label: 'How long the order is overdue', keys: '5', value: '5' },
      { label: 'What the customer paid for the order', keys: '60.25', value: '60.25' },
      { label: 'The day the customer needs it for', keys: '11282026', value: '2026-11-28' },
    ]) {
      const control = page.getByLabel(label).last();
      await control.pressSequentially(keys);
      await control.blur();
      expect(await control.inputValue()).toBe(value);
    }
  });

  it('shows what stands behind something, and goes to the line', async () => {
    const page = await open();
    await simulator.session.take({ kind: 'happen', event: { type: 'customerSays', text: 'My parcel is late' } });
    await page.getByRole('log').getByRole('button', { name: /^why/ }).first().click();
    await page
      .getByRole('log')
      .getByRole('button', { name: /^late_delivery\.playbook, line/ })
      .first()
      .click();
    expect(simulator.revealed).toMatchObject([{ file: LATE, line: expect.any(Number) }]);
    const { line = 0 } = simulator.revealed[0] ?? {};
    expect(shippedSources().get(LATE)?.split('\n')[line - 1]).toBe('trigger overdue');
  });

  it('judges a reply as it is written, and takes better words', async () => {
    const page = await open();
    // What may be public is held back until it is known not to be.
    await simulator.session.take({ kind: 'happen', event: { type: 'reports', values: { channel: 'phone' } } });
    await simulator.session.take({ kind: 'happen', event: { type: 'customerSays', text: 'My parcel is late' } });
    await page.getByLabel('What the agent replies').fill('Are you sure about that?');
    await page.getByText('This would be held back').waitFor();
    expect(await page.locator('.verdict mark').allTextContents()).toEqual(['Are you sure']);
    await page.getByLabel('What the agent replies').fill('Tell me what you ordered.');
    await page.getByText('This may be said.').waitFor();
    await page.getByRole('button', { name: 'Say this' }).first().click();
    await page.getByRole('log').getByText('Agent', { exact: true }).waitFor();
  });

  it('judges a reply anew when something else is known', async () => {
    const page = await open();
    await simulator.session.take({ kind: 'happen', event: { type: 'reports', values: { channel: 'phone' } } });
    await simulator.session.take({ kind: 'happen', event: { type: 'customerSays', text: 'My parcel is late' } });
    await page.getByLabel('What the agent replies').fill('It will arrive tomorrow.');
    await page.locator('.verdict .blocked', { hasText: 'no_guessed_day' }).waitFor();
    await simulator.session.take({ kind: 'happen', event: { type: 'reports', values: { time_confirmed: true } } });
    await page.getByText('This may be said.').waitFor();
  });

  it('goes back and forward, and starts again', async () => {
    const page = await open();
    const entries = page.locator('.entry');
    for (const text of ['My parcel is late', 'Hello?', 'Is anybody there?']) {
      await page.getByLabel('What the customer says').fill(text);
      await page.getByRole('button', { name: 'Send' }).click();
      await page.locator('.entry.said .what').getByText(text).waitFor();
    }
    await page.getByRole('button', { name: /back to here.*My parcel is late/ }).click();
    await expect.poll(() => entries.count()).toBe(1);
    await page.getByRole('button', { name: 'Step forward' }).click();
    await expect.poll(() => entries.count()).toBe(2);
    await page.getByRole('button', { name: 'Step back' }).click();
    await expect.poll(() => entries.count()).toBe(1);
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.getByText('Nothing has been said yet').waitFor();
    expect(await simulator.webview.state()).toMatchObject({ uri: `file:///${LATE}`, events: [] });
  });

  it('asks for a title, and saves the conversation as a scenario', async () => {
    const page = await open();
    await simulator.session.take({ kind: 'happen', event: { type: 'customerSays', text: 'My parcel is late' } });
    await page.getByRole('button', { name: 'Save as a scenario' }).click();
    await page.getByLabel('What does this scenario show?').fill('A late parcel');
    await page.keyboard.press('Enter');
    await page.getByText('Saved as the scenario “A late parcel”').waitFor();
    expect(simulator.written[0]?.edit.text).toContain(
      'scenario "A late parcel"\n  given time 2026-11-25 10:00\n  customer says "My parcel is late"\n  expect playbook late_delivery\n',
    );
  });

  it('lets time pass, to the next thing due', async () => {
    const page = await open();
    await simulator.session.take({ kind: 'happen', event: { type: 'customerSays', text: 'My parcel is late' } });
    await page.getByRole('button', { name: 'To the next thing due' }).click();
    await page.locator('.now').getByText('Wednesday 10:03').waitFor();
  });

  it('says what can’t happen, and leaves everything as it is', async () => {
    const page = await open();
    await simulator.session.take({ kind: 'happen', event: { type: 'teamAnswers', team: 'supervisors' } });
    await page.getByText('That can’t happen here: nobody has asked').waitFor();
    expect(await page.locator('.entry').count()).toBe(0);
  });

  it('goes on with the last sound version while the file has mistakes, and says what a new one has changed', async () => {
    const page = await open();
    const text = shippedSources().get(LATE) ?? '';
    await simulator.session.take({ kind: 'happen', event: { type: 'customerSays', text: 'My parcel is late' } });
    await page.locator('.entry').waitFor();
    const edit = async (edited: string): Promise<void> => {
      await editor.write(LATE, edited);
      await editor.settled();
      await simulator.session.replay();
    };
    await edit(text.replace('step hear', 'step hear ('));
    await page.getByText(/^late_delivery has \d+ mistakes?: this still plays the version before/).waitFor();
    await edit(text.replace(/step hear "[^"]*"/, 'step hear "Only listen"'));
    await page.getByText('The playbook has changed: one thing is different here.').waitFor();
    expect(await page.locator('.text:has(.new)').allTextContents()).toEqual(['Only listen hear new']);
    await edit(text);
  });

  it.each(Object.keys(THEMES) as Theme[])('puts nothing in anybody’s way: %s', async (theme) => {
    const page = await open(theme);
    expect(await barriers(page)).toEqual([]);
    for (const event of [
      { type: 'reports', values: { channel: 'phone', order_delay: 4, order_value: 60, parcel: 'stuck' } },
      { type: 'customerSays', text: 'My parcel is late, and I need my insulin', reports: { anger: 8 } },
      { type: 'agentSays', text: 'Are you sure?' },
    ] as const) {
      await simulator.session.take({ kind: 'happen', event });
    }
    await page.locator('.entry.held').waitFor();
    await page.getByLabel('What the agent replies').fill('Calm down.');
    await page.getByText('This would be held back').waitFor();
    const folded = page.locator('details:not([open]) > summary');
    while ((await folded.count()) > 0) await folded.first().click();
    for (const why of await page.getByRole('button', { name: /^why/ }).all()) await why.click();
    expect(await barriers(page)).toEqual([]);
  });
});
