import { type SessionParts, SimulatorSession } from '../../extension/src/simulator/session.ts';
import type { FromSimulator } from '../../extension/webviews/simulator/messages.ts';
import type { Editor } from './editor.ts';
import type { Theme } from './themes.ts';
import type { Webview, Webviews } from './webview.ts';

/** The simulator in a browser, with the extension's own session and a real language server behind it. */
export class BrowserSimulator {
  readonly webview: Webview<FromSimulator>;
  readonly session: SimulatorSession;
  /** The scenarios that were to be written to the file. */
  readonly written: Parameters<SessionParts['write']>[1][] = [];
  /** The places that were to be shown. */
  readonly revealed: Extract<FromSimulator, { kind: 'reveal' }>[] = [];

  /** What it was told last has arrived. */
  private told: Promise<void> = Promise.resolve();

  private constructor(webview: Webview<FromSimulator>, editor: Editor, path: string) {
    this.webview = webview;
    this.session = new SimulatorSession(
      { uri: `file:///${path}`, opening: '2026-11-25 10:00', events: [] },
      {
        ask: (method, params) => editor.connection.sendRequest(method, params),
        tell: (message) => {
          // Where it has been closed meanwhile, nobody waits for it.
          this.told = webview.tell(message).catch((error: unknown) => {
            if (!webview.page.isClosed()) throw error;
          });
        },
        write: async (_uri, scenario) => {
          this.written.push(scenario);
          return true;
        },
      },
    );
  }

  /** Opens it on a playbook, and answers whatever it asks for from then on. */
  static async on(webviews: Webviews, editor: Editor, path: string, theme: Theme): Promise<BrowserSimulator> {
    const simulator = new BrowserSimulator(await webviews.open<FromSimulator>('simulator', theme), editor, path);
    const { page } = simulator.webview;
    await page.exposeFunction('answer', (message: FromSimulator) => simulator.answer(message));
    await page.evaluate(answerAll);
    await page.getByRole('main').waitFor();
    return simulator;
  }

  async close(): Promise<void> {
    await this.told;
    await this.webview.close();
  }

  private async answer(message: FromSimulator): Promise<void> {
    if (message.kind === 'reveal') this.revealed.push(message);
    else await this.session.take(message);
  }
}

/** In the page: hands on what was posted, and what will be. */
function answerAll(): void {
  const { posted, answer } = globalThis as unknown as { posted: unknown[]; answer: (message: unknown) => void };
  const keep = posted.push.bind(posted);
  for (const message of posted) answer(message);
  posted.push = (...messages) => {
    for (const message of messages) answer(message);
    return keep(...messages);
  };
}
