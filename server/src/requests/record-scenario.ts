import { CONFIGURATION_FILE, type SourceHost } from '@poise/generator';
import { createStage, type Played, scenarioOf } from '@poise/generator/playing';
import { failureInWords } from '@poise/generator/words';
import type { ast } from '@poise/language';
import type { LangiumDocument } from 'langium';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { RecordAnswer } from '../protocol/simulator.ts';
import type { ServerParts } from './index.ts';

type Source = LangiumDocument<ast.PlaybookFile>;

/** Makes a scenario of lines, to be written at the end of a file. Before that the whole text is compiled and the scenario played, as the command line does. */
export async function recordAtEnd(
  document: Source,
  title: string,
  lines: readonly string[],
  parts: Pick<ServerParts, 'playbook' | 'configuration'>,
): Promise<RecordAnswer> {
  const { settings } = parts.playbook;
  const { textDocument } = document;
  const own = textDocument.getText();
  const entry = parts.configuration.pathOf(document.uri);
  const stage = createStage(entry, openFiles(parts), { today: settings.today ?? '' });
  const played = await stage.play(scenarioOf(title, lines));
  const reasons = whyUnfit(played, entry);
  if (played.kind !== 'played' || reasons.length > 0) return { kind: 'unfit', reasons };
  // The editor asks again for what is edited meanwhile: the place would be another's.
  if (textDocument.getText() !== own)
    throw new ResponseError(LSPErrorCodes.ContentModified, 'this file has been edited meanwhile');
  const start = own.trimEnd().length;
  const text = played.text.slice(start);
  return {
    kind: 'scenario',
    edit: { start: textDocument.positionAt(start), end: textDocument.positionAt(own.length), text },
    line: played.run.scenario.at.line - 1,
  };
}

function whyUnfit(played: Played, entry: string): readonly string[] {
  switch (played.kind) {
    case 'played': {
      const { run } = played;
      if (!run.failure) return [];
      const { line, expected, but } = failureInWords(run.failure, run);
      return [`${line.text}: expected ${expected}, but ${but}`];
    }
    case 'mistaken': {
      const { inScenario, elsewhere } = played;
      if (inScenario.length > 0)
        return inScenario.map(({ code, data, message }) =>
          code === 'unknown-name' && 'file' in data && data.file
            ? `the conversation uses what another file declares: ${message}`
            : message,
        );
      return elsewhere.map(({ file, message }) => (file === entry ? message : `${file}: ${message}`));
    }
    default:
      return ['there is nothing to be tried out in this file'];
  }
}

/** The files of the workspace as the editor has them. */
function openFiles({ playbook, configuration }: Pick<ServerParts, 'playbook' | 'configuration'>): SourceHost {
  const documents = new Map(playbook.Workspace.documents().map((one) => [configuration.pathOf(one.uri), one]));
  return {
    read: async (path) => {
      const document = documents.get(path);
      if (document) return { kind: 'text', text: document.textDocument.getText() };
      return path === CONFIGURATION_FILE ? configuration.readFile(path) : { kind: 'missing' };
    },
    playbookFiles: async () => [...documents.keys()].sort(),
  };
}
