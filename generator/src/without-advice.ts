import { isWordingCode } from '@poise/language';
import { CstUtils } from 'langium';
import type { FileFinding } from './compilation.ts';

/** One mistake, one finding: advice on words that a rule forbids in any case is left out. */
export function withoutAdvice(found: readonly FileFinding[]): readonly FileFinding[] {
  const forbidden = found.filter(({ code }) => code === 'forbidden-phrase');
  if (forbidden.length === 0) return found;
  const isForbidden = ({ file, range }: FileFinding) =>
    forbidden.some((other) => other.file === file && CstUtils.inRange(range, other.range));
  return found.filter((one) => !isWordingCode(one.code) || !isForbidden(one));
}
