import { PREVIEW, type PreviewAnswer } from '@poise/server/protocol';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FromPreview, SourcePlace } from '../../extension/webviews/preview/messages.ts';
import { barriers } from '../harness/barriers.ts';
import { Editor } from '../harness/editor.ts';
import { shippedSources } from '../harness/shipped.ts';
import { THEMES, type Theme } from '../harness/themes.ts';
import { type Webview, Webviews } from '../harness/webview.ts';

const LATE = 'playbooks/late_delivery.playbook';
const CONDUCT = 'playbooks/shared/conduct.playbook';

let webviews: Webviews;
let editor: Editor;
let answer: PreviewAnswer;
let preview: Webview<FromPreview>;

const uriOf = (path: string): string => `file:///${path}`;
const ask = (path: string): Promise<PreviewAnswer> => editor.connection.sendRequest(PREVIEW, { uri: uriOf(path) });
const linesOf = (path: string): readonly string[] => shippedSources().get(path)?.split('\n') ?? [];

/** The place where some words begin in a shipped file. */
function placeOf(path: string, words: string): SourcePlace {
  const line = linesOf(path).findIndex((text) => text.includes(words));
  return { uri: uriOf(path), line: line + 1, column: (linesOf(path)[line]?.indexOf(words) ?? 0) + 1 };
}

beforeAll(async () => {
  webviews = await Webviews.start();
  editor = await Editor.on(shippedSources());
  await editor.settled();
  answer = await ask(LATE);
}, 120_000);
afterAll(async () => {
  await webviews.end();
  editor.end();
});
afterEach(async () => {
  expect(preview.failures).toEqual([]);
  await preview.close();
});

async function show(theme: Theme = 'light', shown = answer, state?: unknown): Promise<Webview<FromPreview>['page']> {
  preview = await webviews.open<FromPreview>('preview', theme, state);
  await preview.tell({ kind: 'show', uri: uriOf(LATE), answer: shown });
  return preview.page;
}

/** The card of a file with two mistakes. */
async function mistaken(): Promise<PreviewAnswer> {
  const text = linesOf(LATE).join('\n');
  await editor.write(
    LATE,
    text.replace('done when choice is known', 'done when choice is').replace('escalation long_overdue', 'escalation'),
  );
  const broken = await ask(LATE);
  await editor.write(LATE, text);
  return broken;
}

/** Puts the cursor there, and waits for what is said of it to be marked. */
async function moveTo(place: SourcePlace): Promise<string> {
  await preview.tell({ kind: 'cursor', place });
  const marked = preview.page.locator('main [aria-current]:not(svg *)');
  await marked.first().waitFor();
  return (await marked.allTextContents()).join('|');
}

const revealed = async (): Promise<readonly SourcePlace[]> =>
  (await preview.posted()).flatMap((message) => (message.kind === 'reveal' ? [message.place] : []));

describe('the preview in a browser', () => {
  test('says that it is there, and shows a playbook with all its parts', async () => {
    const page = await show();
    await page.getByRole('heading', { level: 1, name: 'Late or lost on the way' }).waitFor();
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      'When it starts',
      'The way through',
      'Steps',
      'Boundaries',
      'Bringing people in',
      'Afterwards',
      'Looking after the agent',
      'Over many conversations',
      'Teams',
      'Names in the rules',
    ]);
    expect(await preview.posted()).toEqual([{ kind: 'ready' }]);
    expect(await preview.state()).toEqual({ uri: uriOf(LATE), scrolled: 0 });
  });

  test('leads from a click to the source', async () => {
    const page = await show();
    await page.getByText('I am booking the new parcel now.').click();
    await page.getByRole('button', { name: 'More than ten days', exact: true }).click();
    expect(await revealed()).toEqual([placeOf(LATE, 'say   "I am booking'), placeOf(LATE, 'escalation long_overdue')]);
  });

  test('leads there by keyboard, from the picture, too', async () => {
    const page = await show();
    await page.getByRole('button', { name: 'Late or lost on the way' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Clarify and confirm Find out where it is, together' }).focus();
    await page.keyboard.press('Enter');
    expect((await revealed()).map(({ line }) => linesOf(LATE)[line - 1])).toEqual([
      'playbook late_delivery "Late or lost on the way"',
      'step find_it "Find out where it is, together"',
    ]);
  });

  test('can be gone through by keyboard alone', async () => {
    const page = await show();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const reached: string[] = [];
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => document.activeElement?.textContent ?? ''));
    }
    expect(reached.slice(0, 2)).toEqual(['Late or lost on the way', 'overdue']);
    expect(reached).toContain('Full size');
    expect(reached.some((text) => text.startsWith('Do, line'))).toBe(true);
  });

  test('marks what the cursor is in, and brings it into view, without taking the focus', async () => {
    const page = await show();
    await page.getByRole('button', { name: 'overdue', exact: true }).focus();
    expect(await moveTo(placeOf(LATE, 'offer voucher'))).toContain('Something off the next order');
    const line = page.locator('main [aria-current]:not(svg *)');
    expect(await line.evaluate((element) => element.getBoundingClientRect().top < window.innerHeight)).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('overdue');
    expect(await moveTo({ uri: uriOf(LATE), line: 4, column: 1 })).toContain('Late or lost on the way');
  });

  test('marks no more than the wording that the cursor is in', async () => {
    await show();
    const marked = await moveTo(placeOf(LATE, '"Thank you for asking us.'));
    expect(marked).toBe('or “Thank you for asking us. Tell me what you ordered, and what you needed it for.”');
  });

  test('opens what the cursor is in, where that is folded away', async () => {
    const page = await show();
    await moveTo(placeOf(CONDUCT, 'boundary respectful'));
    await page.getByRole('button', { name: 'Abuse is met with a warning, then with help' }).waitFor();
  });

  test('says how much is folded away', async () => {
    if (answer.kind !== 'guide') throw new Error('it is a playbook');
    const sections = answer.guide.sections.map((section) => ({ ...section, parts: section.parts.slice(-1) }));
    const page = await show('light', { ...answer, guide: { ...answer.guide, sections } });
    await page.getByText('1 name', { exact: true }).waitFor();
    await page.getByText('1 house rule', { exact: true }).first().waitFor();
  });

  test('marks nothing where the cursor is in something that is not on the card', async () => {
    const page = await show();
    await moveTo(placeOf(LATE, 'offer voucher'));
    await preview.tell({ kind: 'cursor', place: placeOf(LATE, 'scenario "A birthday present') });
    await page.locator('main [aria-current]').first().waitFor({ state: 'detached' });
  });

  test('shows the picture as large as it is, and says the same in words', async () => {
    const page = await show();
    const width = () => page.locator('.flow svg').evaluate((svg) => svg.getBoundingClientRect().width);
    await page.getByRole('button', { name: 'Full size' }).click();
    const full = await width();
    await page.getByRole('button', { name: 'Full size', pressed: true }).click();
    expect(full).toBeGreaterThan(await width());
    await page.getByText('The same in words').click();
    expect(await page.locator('.flow-words').textContent()).toContain(
      'Say what can be done, and let them choose' +
        'to Ask somebody with more room when declined is at least 2 and choice is not known',
    );
  });

  test('keeps what it has, and says why there is nothing newer', async () => {
    const page = await show();
    await preview.tell({ kind: 'show', uri: uriOf(LATE), answer: { kind: 'nameless' } });
    await page.getByRole('status').filter({ hasText: 'needs a name' }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Late or lost on the way');
    await preview.tell({ kind: 'show', uri: uriOf(CONDUCT), answer: { kind: 'library' } });
    await page.getByRole('status').filter({ hasText: 'holds no playbook' }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(0);
  });

  test('says in place what is not shown because of a mistake', async () => {
    const page = await show('light', await mistaken());
    await page.getByText("This escalation has a mistake and isn't shown: expected a name after").waitFor();
    expect(await page.locator('.line.mistake').textContent()).toMatch(
      /^Not shown, line \d+done when choice isexpected /,
    );
  });

  test('is where it was when it is seen again', async () => {
    const page = await show('light', answer, { uri: uriOf(LATE), scrolled: 640 });
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate(() => window.scrollY)).toBe(640);
  });

  test.each(Object.keys(THEMES) as Theme[])('bars nobody from reading it (%s)', async (theme) => {
    const page = await show(theme, await mistaken());
    await moveTo(placeOf(LATE, 'offer voucher'));
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await barriers(page)).toEqual([]);
  });
});
