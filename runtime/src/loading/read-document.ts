import type { Playbook } from '../generated/format.ts';
import { validatePlaybook } from '../generated/validators.js';
import { checkDocument } from './check-document.ts';
import { checkHeading } from './heading.ts';
import { Path } from './path.ts';
import { plainCopy } from './plain-copy.ts';
import type { ProblemList, Report } from './problems.ts';
import { reportSchemaErrors } from './schema-errors.ts';
import { isWithinBounds } from './text-bounds.ts';

/** Longer names than the schema allows are none. */
const LONGEST_ID = 200;

/** One document, checked by itself; undefined where it has a problem, which is told then. */
export function readDocument(
  given: unknown,
  position: number,
  capabilities: ReadonlySet<string>,
  problems: ProblemList,
): Playbook | undefined {
  const before = problems.count;
  const document = dataOf(given, problems.reporter(position, undefined));
  if (document === undefined) return undefined;
  const report = problems.reporter(position, idOf(document));
  if (!checkHeading(document, capabilities, report)) return undefined;
  if (!isPlaybook(document)) {
    reportSchemaErrors(validatePlaybook.errors ?? [], report);
    return undefined;
  }
  checkDocument(document, report);
  return problems.count === before ? document : undefined;
}

function isPlaybook(document: unknown): document is Playbook {
  return validatePlaybook(document);
}

/** The JSON object that was given, as an object or as text. */
function dataOf(given: unknown, report: Report): Readonly<Record<string, unknown>> | undefined {
  const value = typeof given === 'string' ? parsed(given, report) : given;
  if (value === undefined && typeof given === 'string') return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report('not-a-document', {}, Path.ROOT);
    return undefined;
  }
  try {
    return plainCopy(value, report) as Readonly<Record<string, unknown>> | undefined;
  } catch {
    // A property that computes its value may throw, and so may a proxy.
    report('unreadable', {}, Path.ROOT);
    return undefined;
  }
}

function parsed(text: string, report: Report): unknown {
  if (!isWithinBounds(text, report)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    report('not-json', {}, Path.ROOT);
    return undefined;
  }
}

function idOf({ id }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof id === 'string' && id.length <= LONGEST_ID ? id : undefined;
}
