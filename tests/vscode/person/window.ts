/// <reference types="node" />
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FrameLocator, Locator, Page } from 'playwright-core';

const IMAGES = fileURLToPath(new URL('../../../docs/images/', import.meta.url));

/** What is to be seen in a picture: so much that it can be read in a page. */
export interface ScreenPart {
  /** Where it begins, and where it ends if nothing else is said. The editors, if nothing is said at all. */
  readonly of?: Locator;
  /** In pixels. */
  readonly width?: number;
  readonly height?: number;
}

/** A window of Visual Studio Code, as a person sees and uses it: by what is on the screen, and by keys. */
export class Window {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The text that is being edited. */
  get editor(): Locator {
    return this.page.locator('.editor-instance .monaco-editor .view-lines').first();
  }

  /** The editor that is open beside the text, such as a preview. */
  get beside(): Locator {
    return this.page.locator('.editor-group-container').nth(1);
  }

  /** What is underlined as a mistake. */
  get squiggles(): Locator {
    return this.page.locator('.editor-instance .squiggly-error');
  }

  /** A line of the text. */
  line(words: string): Locator {
    // The editor shows spaces as characters of their own.
    return this.page.locator('.editor-instance .view-line', { hasText: words.replaceAll(' ', '\u00a0') });
  }

  /** Where one writes at the top, such as in the command palette. It comes a moment after the key. */
  get asked(): Locator {
    return this.page.locator('.quick-input-widget input[type=text]');
  }

  /** What stands above a part of the text and can be clicked, such as _Run_. */
  lens(words: string): Locator {
    return this.page.locator('.editor-instance .codelens-decoration > :is(a, span)', { hasText: words });
  }

  /** A choice in the list at the top, such as the command palette. */
  choice(words: string): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first();
  }

  /** A suggestion of what may come next. */
  suggestion(words: string): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: words }).first();
  }

  /** What a page in the window shows, such as a preview. */
  get inner(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** What the cursor is in, by its name: the last of what is written above the text. */
  within(name: string): Locator {
    return this.page.locator('.breadcrumbs-control .outline-element').getByText(name, { exact: true });
  }

  /** Waits until the cursor is in a part of the text and keys reach it, too: that is a moment later. */
  async isLedTo(name: string): Promise<void> {
    await this.within(name).waitFor();
    await this.hasKeys();
  }

  /** Waits until keys reach the text that is being looked at: it may be one without parts that have names. */
  hasKeys(): Promise<void> {
    return this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** Opens a file by its name. */
  async open(name: string): Promise<void> {
    await this.press('Control+P');
    await this.asked.fill(name);
    await this.choice(name).click();
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.editor.waitFor();
    await this.editor.click();
  }

  /** Puts the cursor on a part of the text. */
  async goTo(name: string): Promise<void> {
    await this.press('Control+Shift+O');
    await this.asked.fill(`@${name}`);
    await this.choice(name).click();
    await this.isLedTo(name);
  }

  /** Runs a command by what it is called in the palette. */
  async run(command: string): Promise<void> {
    await this.press('F1');
    await this.asked.fill(`>${command}`);
    await this.choice(command).click();
  }

  /** Saves what is being edited: it is on the disk once this ends, not only as it was when it was asked for. */
  async save(): Promise<void> {
    await this.run('File: Save');
    await this.page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
  }

  /** Moves the mouse out of the way: what it points at looks otherwise. */
  pointNowhere(): Promise<void> {
    return this.page.mouse.move(0, 0);
  }

  /** Loads the window anew, once the browser has kept how it is laid out: Visual Studio Code writes that down every few seconds. @param words that are kept then, one behind the other, and not in an earlier layout, too */
  async loadAnew(...words: readonly string[]): Promise<void> {
    await this.page.evaluate(untilKept, words);
    await this.page.reload();
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  type(words: string): Promise<void> {
    return this.page.keyboard.type(words);
  }

  /** Keeps what is on the screen for the documentation; only when asked to, with `SCREENSHOTS=1`. */
  async picture(name: string, { of = this.page.locator('.part.editor'), ...size }: ScreenPart = {}): Promise<void> {
    if (!process.env.SCREENSHOTS) return;
    mkdirSync(IMAGES, { recursive: true });
    await of.scrollIntoViewIfNeeded();
    const box = await of.boundingBox();
    if (!box) throw new Error(`there is nothing to be seen for ${name}`);
    const path = `${IMAGES}${name}.png`;
    await this.page.screenshot({ path, clip: { ...box, ...size }, animations: 'disabled', caret: 'hide' });
  }
}

/** Waits until the layout that the browser keeps has some words, one behind the other. Runs in the page: `waitForFunction` takes any promise for a yes. */
async function untilKept(words: readonly string[]): Promise<void> {
  const request = <Value>(asked: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  const isKept = async (): Promise<boolean> => {
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith('vscode-web-state-db-')) continue;
      const database = await request(indexedDB.open(name));
      const isThere = database.objectStoreNames.contains('ItemTable');
      const table = isThere ? database.transaction('ItemTable').objectStore('ItemTable') : undefined;
      const layout = table && (await request(table.get('memento/workbench.parts.editor')));
      database.close();
      if (typeof layout !== 'string') continue;
      const at = words.reduce((from, word) => (from < 0 ? from : layout.indexOf(word, from)), 0);
      if (at >= 0) return true;
    }
    return false;
  };
  const limit = performance.now() + 30_000;
  while (!(await isKept())) {
    if (performance.now() > limit) throw new Error(`the browser keeps no layout with ${words.join(', and then ')}`);
    await new Promise(requestAnimationFrame);
  }
}
