import { type ExtensionContext, Uri, workspace } from 'vscode';

/** Where the pages of findings are, by code; the build makes it of `docs/diagnostics`. */
const PAGES = 'dist/pages.json';
const LABELS: Readonly<Record<string, string>> = { wrong: '**Not like this**', right: '**Like this**' };

/** The pages of findings, as they are shown in the editor: Markdown, by the finding's code. Read once, when the first is asked for. */
export class Pages {
  private readonly context: ExtensionContext;
  private read: Promise<Readonly<Record<string, string>>> | undefined;

  constructor(context: ExtensionContext) {
    this.context = context;
  }

  /** The page of a finding; `undefined` if there is none with this code. */
  async of(code: string): Promise<string | undefined> {
    this.read ??= this.readAll();
    const pages = await this.read;
    const page = Object.hasOwn(pages, code) ? pages[code] : undefined;
    return page && forReading(page);
  }

  private async readAll(): Promise<Readonly<Record<string, string>>> {
    const file = await workspace.fs.readFile(Uri.joinPath(this.context.extensionUri, PAGES));
    return JSON.parse(new TextDecoder().decode(file));
  }
}

/** A preview doesn't show what is said of a block of code behind its language, and has no other pages to go to. */
function forReading(page: string): string {
  return page
    .replace(/^```playbook (wrong|right)\b.*$/gm, (_fence, kind: string) => `${LABELS[kind]}\n\n\`\`\`playbook`)
    .replace(/\[([^\]]+)\]\([^)]+\.md\)/g, '$1');
}
