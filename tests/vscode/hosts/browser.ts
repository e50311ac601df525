import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { programOf } from './debian.ts';

/** How the browser is started. The headless shell it is: with the full Chromium, webviews can't register their workers. */
export function browserOptions(): LaunchOptions {
  return {
    executablePath: programOf('chromium-headless-shell'),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

/** A browser without a window. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch(browserOptions());
}
