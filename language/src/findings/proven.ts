import { defineFindings } from './finding.ts';
import { code } from './words.ts';

/** What is found by looking at the compiled playbook, where every rule and every path is known. */
export const provenFindings = defineFindings({
  'unreachable-step': {
    severity: 'error',
    message: (p: { step: string }) => `no path leads to step ${code(p.step)}: every step above it goes elsewhere`,
  },
  'no-way-out': {
    severity: 'error',
    message: (p: { step: string; circle: readonly string[] }) =>
      p.circle.length < 3
        ? `step ${code(p.step)} leads only to itself, so the conversation can't end: add a way out`
        : `these steps lead only to each other, so the conversation can't end: ${p.circle.map(code).join(' → ')}`,
  },
  'forbidden-phrase': {
    severity: 'error',
    message: (p: { words: string; boundary: string; instead?: string }) =>
      `${code(p.words)} may not be said: boundary ${code(p.boundary)} forbids it${p.instead ? `; say instead ${code(p.instead)}` : ''}`,
  },
});
