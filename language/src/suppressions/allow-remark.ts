import { codeLike, isFindingCode } from '../findings/catalogue.ts';

/** What a remark says that is meant to allow something: `// allow <code>: <reason>`. */
export interface AllowRemark {
  /** As written. */
  readonly code: string;
  /** Where the code begins in the remark, in UTF-16 units. */
  readonly at: number;
  /** Empty where none is given. */
  readonly reason: string;
  /** It has three strokes, and so describes what is below it. */
  readonly isNote: boolean;
}

const ALLOW = /^(\/{2,}\s*allow\s+)([a-z][\w-]*)\s*(.*?)\s*$/i;

/** For a quick look at a whole file: most have no such remark. */
export const MAY_ALLOW = /\/\/\s*allow\s/i;

/**
 * Reads a comment. Ordinary remarks may begin with `allow`, too (`// allow two days for this`): one is meant for us that names a finding, or, with
 * the colon behind it or nothing more, what is spelt like one.
 */
export function readAllow(comment: string): AllowRemark | undefined {
  const [, start = '', code, rest = ''] = ALLOW.exec(comment) ?? [];
  if (code === undefined) return undefined;
  const isComplete = rest === '' || rest.startsWith(':');
  const looksLikeCode = code.includes('-') || codeLike(code) !== undefined;
  if (!isFindingCode(code) && !(isComplete && looksLikeCode)) return undefined;
  const reason = rest.startsWith(':') ? rest.slice(1).trim() : '';
  return { code, at: start.length, reason, isNote: start.startsWith('///') };
}
