import {
  codeLike,
  currencyDecimals,
  currencyLike,
  EXAMPLE_CURRENCY,
  type FindingCode,
  finding,
  isAlwaysError,
  isFindingCode,
  type Severity,
} from '@poise/language';
import type { Node } from 'jsonc-parser';
import { TextDocument } from 'langium';
import type { FileFinding } from '../compilation.ts';
import { CONFIGURATION_FILE, type Configuration, type Level, NO_CONFIGURATION } from './configuration.ts';
import { fitSchema, type Misfit, type Setting } from './fit-schema.ts';
import { readJson, type Span } from './read-json.ts';

/** What a `poise.json` says as far as it can be understood, and what is wrong with it: every one of these is an error. */
export interface ConfigurationReading {
  readonly configuration: Configuration;
  readonly findings: readonly FileFinding[];
}

/** Reads the text of a `poise.json`. Any text gives a configuration. */
export function readConfiguration(text: string): ConfigurationReading {
  const document = TextDocument.create('', 'json', 0, text);
  const placed = (words: Misfit['text'], { offset, length }: Span): FileFinding => ({
    ...words,
    range: { start: document.positionAt(offset), end: document.positionAt(offset + length) },
    related: [],
    file: CONFIGURATION_FILE,
  });
  const { root, broken } = readJson(text);
  const { settings, misfits } = root ? fitSchema(root) : { settings: [], misfits: [] };
  const { configuration, problems } = understand(settings);
  // Of broken text the parts can't be told for sure: what else seems wrong may only follow from that.
  const findings = broken
    ? [placed(finding('broken-settings', { problem: broken.problem }), broken)]
    : [...misfits, ...problems]
        .sort((a, b) => a.at.offset - b.at.offset)
        .map(({ at, text: words }) => placed(words, spanOf(at)));
  return { configuration, findings };
}

/** Of what has parts, the first character is enough to show. */
function spanOf({ type, offset, length }: Node): Span {
  return { offset, length: type === 'object' || type === 'array' ? 1 : length };
}

interface Understanding {
  readonly configuration: Configuration;
  readonly problems: readonly Misfit[];
}

function understand(settings: readonly Setting[]): Understanding {
  const problems: Misfit[] = [];
  const levels = new Map<FindingCode, Level>();
  const folders = new Map<string, Map<FindingCode, Level>>();
  const approvals = new Map<string, string>();
  let configuration: Configuration = { ...NO_CONFIGURATION, levels, folders, approvals };
  for (const { path, value, name, node } of settings) {
    const [setting = '', folder = ''] = path;
    const code = path.at(-1) ?? '';
    switch (setting) {
      case 'severity':
      case 'folders': {
        const problem = problemOfLevel(code, value);
        if (problem) problems.push({ at: name, text: problem });
        if (problem || !isFindingCode(code)) break;
        const here = setting === 'severity' ? levels : (folders.get(folder) ?? new Map<FindingCode, Level>());
        here.set(code, value as Level);
        if (setting === 'folders') folders.set(folder, here);
        break;
      }
      case 'failLevel':
        configuration = { ...configuration, failLevel: value as Severity };
        break;
      case 'out':
        configuration = { ...configuration, out: value };
        break;
      case 'locale':
        configuration = { ...configuration, locale: value };
        break;
      case 'currency': {
        const problem = problemOfCurrency(value);
        if (problem) problems.push({ at: node, text: problem });
        else configuration = { ...configuration, currency: value };
        break;
      }
      case 'approvals':
        approvals.set(code, value);
        break;
    }
  }
  return { configuration, problems };
}

function problemOfLevel(code: string, level: string) {
  if (!isFindingCode(code)) {
    const suggestion = codeLike(code);
    return finding('unknown-code', { code, ...(suggestion !== undefined && { suggestion }) });
  }
  return isAlwaysError(code) && level !== 'error' ? finding('fixed-level', { code }) : undefined;
}

function problemOfCurrency(written: string) {
  if (currencyDecimals(written) !== undefined) return undefined;
  const suggestion = currencyLike(written);
  return finding('unknown-currency', {
    written,
    example: EXAMPLE_CURRENCY,
    ...(suggestion !== undefined && { suggestion }),
  });
}
