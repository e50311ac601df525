/// <reference types="node" />
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FrameLocator, Locator, Page } from 'playwright-core';

const IMAGES = fileURLToPath(new URL('../../../docs/images/', import.meta.url));

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

  /** What is underlined as a mistake. */
  get squiggles(): Locator {
    return this.page.locator('.editor-instance .squiggly-error');
  }

  /** A line of the text. */
  line(words: string): Locator {
    // The editor shows spaces as characters of their own.
    return this.page.locator('.editor-instance .view-line', { hasText: words.replaceAll(' ', '\u00a0') });
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

  /** Opens a file by its name. */
  async open(name: string): Promise<void> {
    await this.press('Control+P');
    await this.type(name);
    await this.choice(name).waitFor();
    await this.press('Enter');
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.editor.waitFor();
    await this.editor.click();
  }

  /** Runs a command by what it is called in the palette. */
  async run(command: string): Promise<void> {
    await this.press('F1');
    await this.type(command);
    await this.choice(command).click();
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  type(words: string): Promise<void> {
    return this.page.keyboard.type(words);
  }

  /** Keeps what is on the screen for the documentation; only when asked to, with `SCREENSHOTS=1`. */
  async picture(name: string): Promise<void> {
    if (!process.env.SCREENSHOTS) return;
    mkdirSync(IMAGES, { recursive: true });
    await this.page.screenshot({ path: `${IMAGES}${name}.png` });
  }
}
