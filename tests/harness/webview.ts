/// <reference types="node" />
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { webviewPage } from '../../extension/src/webviews/page.ts';
import { webviewBundling } from '../../extension/webviews/bundling.ts';
import { launchBrowser } from '../vscode/hosts/browser.ts';
import { THEMES, type Theme } from './themes.ts';

/** Nothing there is real but what is routed. */
const ORIGIN = 'https://webview.test';

/** Webviews in a real browser: their own bundles and pages. Only what the editor gives them is put in its place: colours, and somebody to talk to. */
export class Webviews {
  private readonly browser: Browser;
  private readonly files: ReadonlyMap<string, string>;

  private constructor(browser: Browser, files: ReadonlyMap<string, string>) {
    this.browser = browser;
    this.files = files;
  }

  /** Bundles them all, and starts the browser. */
  static async start(): Promise<Webviews> {
    const outdir = fileURLToPath(new URL('../../extension/dist/', import.meta.url));
    const [{ outputFiles }, browser] = await Promise.all([
      build({ ...webviewBundling, write: false, outdir }),
      launchBrowser(),
    ]);
    const files = outputFiles.map(({ path, text }) => [path.slice(outdir.length).replaceAll('\\', '/'), text] as const);
    return new Webviews(browser, new Map(files));
  }

  /** Opens one of them. */
  async open<ToExtension>(name: string, theme: Theme, state?: unknown): Promise<Webview<ToExtension>> {
    const context = await this.browser.newContext({ viewport: { width: 900, height: 1000 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(error.message));
    page.on('console', (message) => void (message.type() === 'error' && failures.push(message.text())));
    const html = webviewPage({
      title: name,
      script: `${ORIGIN}/webviews/${name}.js`,
      style: `${ORIGIN}/webviews/${name}.css`,
      source: ORIGIN,
      nonce: 'once',
    });
    await page.route('**/*', async (route) => {
      const path = new URL(route.request().url()).pathname.slice(1);
      const body = path === '' ? html : this.files.get(path);
      const contentType = path.endsWith('.css') ? 'text/css' : path.endsWith('.js') ? 'text/javascript' : 'text/html';
      await (body === undefined ? route.abort() : route.fulfill({ contentType, body }));
    });
    await page.addInitScript(stubEditor, { variables: THEMES[theme], state });
    await page.goto(`${ORIGIN}/`);
    return new Webview(page, context, failures);
  }

  end(): Promise<void> {
    return this.browser.close();
  }
}

/** What a webview finds in the editor. */
interface StubbedWindow {
  acquireVsCodeApi: () => unknown;
  posted: unknown[];
  state: unknown;
  postMessage(message: unknown, origin: string): void;
  readonly document: {
    readonly documentElement: { readonly style: { setProperty(name: string, value: string): void } } | null;
    addEventListener(event: string, listen: () => void): void;
  };
}

function stubEditor({ variables, state }: { variables: Readonly<Record<string, string>>; state: unknown }): void {
  const stubbed = globalThis as unknown as StubbedWindow;
  stubbed.posted = [];
  stubbed.state = state;
  stubbed.acquireVsCodeApi = () => ({
    postMessage: (message: unknown) => void stubbed.posted.push(message),
    getState: () => stubbed.state,
    setState: (value: unknown) => {
      stubbed.state = value;
    },
  });
  // The page's own root is there only when it is read.
  const paint = (): void => {
    const { documentElement } = stubbed.document;
    for (const [name, value] of Object.entries(variables)) documentElement?.style.setProperty(name, value);
  };
  paint();
  stubbed.document.addEventListener('DOMContentLoaded', paint);
}

/** One webview that is open. */
export class Webview<ToExtension> {
  readonly page: Page;
  /** What the browser complained of. */
  readonly failures: readonly string[];
  private readonly context: BrowserContext;

  constructor(page: Page, context: BrowserContext, failures: readonly string[]) {
    this.page = page;
    this.context = context;
    this.failures = failures;
  }

  /** Tells it something, as the extension does. */
  tell(message: unknown): Promise<void> {
    return this.page.evaluate((data) => (globalThis as unknown as StubbedWindow).postMessage(data, '*'), message);
  }

  /** Everything that it told the extension, the oldest first. */
  posted(): Promise<readonly ToExtension[]> {
    return this.page.evaluate(() => (globalThis as unknown as StubbedWindow).posted) as Promise<readonly ToExtension[]>;
  }

  /** What it asked the editor to remember. */
  state(): Promise<unknown> {
    return this.page.evaluate(() => (globalThis as unknown as StubbedWindow).state);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
