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

/** `go to end`, `go to the end of the conversation`: a playbook has no end to go to, and a step can't be called so. */
export function goToEnd(before: string, after: string, offset: number): Slip | undefined {
  const found = /\bgo\s+to\s+((?:the\s+)?end\b(?:\s+of\s+(?:the\s+)?\w+)?)(?:\s+(?:when|unless)\b|\s*$)/.exec(
    before + after,
  );
  const [written, end] = found ?? [];
  if (!found || written === undefined || end === undefined || found.index > before.length) return undefined;
  const start = offset - before.length + found.index + written.indexOf(end);
  return {
    start,
    end: start + end.length,
    instead: 'a playbook is over after its last step, so write the name of that',
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

/** `go to refund when vip else go to close`: the place is anywhere from `else` on. */
export function otherwiseBehind(before: string, after: string, offset: number): Slip | undefined {
  const found = /^([^"]*\S\s+)(otherwise|else)\s+(?:go|say|ask|offer|do|escalate|promise|record)\b/.exec(
    before + after,
  );
  const [, line, word] = found ?? [];
  if (line === undefined || word === undefined || line.length > before.length) return undefined;
  const start = offset - before.length + line.length;
  return {
    start,
    end: start + word.length,
    instead:
      'write what is done else on a line of its own, which says itself when it counts, such as `unless anger is at least 8`',
  };
}

/** `to supervisors when vip`. */
export function whenBehindTeams(before: string, after: string, offset: number): Slip | undefined {
  const written = /^\s*(?:escalate\s+)?to\s/.test(before) ? /^(?:when|unless|if)\b/.exec(after)?.[0] : undefined;
  if (written === undefined) return undefined;
  const instead = 'the one condition of an escalation stands right behind its name and title';
  return { start: offset, end: offset + written.length, instead };
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
