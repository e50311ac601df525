import type { Slip } from './slip.ts';

/** `go to step close`: a step goes by its name. */
export function goToStep(before: string, after: string, offset: number): Slip | undefined {
  const line = before + (/^[\w-]+/.exec(after)?.[0] ?? '');
  const found = /\bgo\s+to\s+(step\s+([\w-]+))(?:\s+(?:when|unless))?$/.exec(line);
  const [written, step, name] = found ?? [];
  if (!found || written === undefined || step === undefined || name === undefined) return undefined;
  const start = offset - before.length + found.index + written.indexOf(step);
  return { start, end: start + step.length, suggestion: name };
}

/** `go to next step`, `go to the next`: the place is anywhere behind it. A step may be called `next`. */
export function goToNext(before: string, after: string, offset: number): Slip | undefined {
  const found = /\bgo\s+to\s+(?:the\s+next\b(?:\s+step\b)?|next\s+step\b)/.exec(before + after);
  if (!found || found.index > before.length) return undefined;
  const start = offset - before.length + found.index;
  return {
    start,
    end: start + found[0].length,
    suggestion: '',
    instead: 'leave it out, the next step follows by itself',
  };
}

/** `go back to listen`. */
export function goBack(before: string, after: string, offset: number): Slip | undefined {
  const written = /^(?:back|on|straight|over)\s+to\b/.exec(after)?.[0];
  if (written === undefined || !/\bgo\s+$/.test(before)) return undefined;
  return { start: offset, end: offset + written.length, suggestion: 'to' };
}

/** `unless supervisors approve`, `without approval by supervisors`. */
export function approval(before: string, after: string, offset: number): Slip | undefined {
  const team = /\bunless\s+([\w-]+\s+)$/.exec(before)?.[1];
  const agrees = /^(?:approves?|agrees?|allows?|confirms?)\b/.exec(after)?.[0];
  if (team !== undefined && agrees !== undefined)
    return { start: offset - team.length, end: offset + agrees.length, suggestion: `approved by ${team.trim()}` };
  const [without, by] =
    /^without\s+(?:the\s+)?(?:approval|permission|consent)(?:\s+(?:of|by|from)\s+(?:the\s+)?([\w-]+))?/.exec(after) ??
    [];
  if (without === undefined) return undefined;
  const end = offset + without.length;
  return by === undefined
    ? { start: offset, end, instead: 'write `unless approved by` and the name of a team' }
    : { start: offset, end, suggestion: `unless approved by ${by}` };
}

/** `do not offer refund`. */
export function doNot(before: string, after: string, offset: number): Slip | undefined {
  const found = /^(\s*)(?:do\s+not|don['’]t|must\s+not|never\s+ever)\b/i.exec(before + after);
  if (!found) return undefined;
  const start = offset - before.length + (found[1]?.length ?? 0);
  return { start, end: offset - before.length + found[0].length, suggestion: 'never' };
}

/** `do hold only when vip`, `when if vip`, `or when vip`. */
export function whenTooMuch(before: string, after: string, offset: number): Slip | undefined {
  const written = /^(?:only\s+)?(?:when|if)\b(?:\s+only\b)?/.exec(after)?.[0];
  if (written === undefined) return undefined;
  if (written.startsWith('only')) return { start: offset, end: offset + written.length, suggestion: 'when' };
  return /\b(?:when|unless|and|or)\s+$/.test(before) && /^(?:when|if)$/.test(written)
    ? { start: offset, end: offset + written.length, suggestion: '', instead: 'leave it out' }
    : undefined;
}

/** `say "Hello." on phone`. */
export function channelsBehind(before: string, after: string, offset: number): Slip | undefined {
  const [, line] = /^\s*(say|ask|offer)\b[^"]*"(?:\\.|[^"\\])*"\s+$/.exec(before) ?? [];
  const written = /^on\s+[\w-]+/.exec(after)?.[0];
  if (line === undefined || written === undefined) return undefined;
  return {
    start: offset,
    end: offset + written.length,
    instead: `channels stand right behind \`${line}\`, as in \`say on phone "Hello."\``,
  };
}
