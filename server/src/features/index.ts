import type { PlaybookServices } from '@poise/language';
import { PlaybookFormatter } from './formatting.ts';
import { QuickFixProvider } from './quick-fixes.ts';

/** What the server does for an editor at a place of a file, each in a file of its own here: Langium asks these services. */
export const editingFeatures = {
  lsp: {
    CodeActionProvider: (services: PlaybookServices) => new QuickFixProvider(services),
    Formatter: (services: PlaybookServices) => new PlaybookFormatter(services),
    // The default rename takes any name and checks nothing: none is better.
    RenameProvider: () => undefined,
  },
};
