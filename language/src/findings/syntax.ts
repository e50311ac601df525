import { defineFindings } from './finding.ts';
import { code, didYouMean } from './words.ts';

/** What can be wrong with how a line is written, before anybody asks what it means. */
export const syntaxFindings = defineFindings({
  'expected-something': {
    severity: 'error',
    message: (p: { expected: string; after?: string; found?: string; instead?: string }) =>
      `expected ${p.expected}${p.after ? `${p.expected.includes(', ') ? ',' : ''} after ${code(p.after)}` : ''}${p.found ? `, found ${code(p.found)}` : ''}${p.instead ? `: write ${code(p.instead)}` : ''}`,
  },
  'unexpected-word': {
    severity: 'error',
    message: (p: { found: string; after?: string; suggestion?: string; instead?: string; isBehindQuote?: boolean }) =>
      p.isBehindQuote
        ? `${code(p.found)} stands right behind a closing quote: for a quote inside a text write ${code('\\"')}`
        : `${code(p.found)} doesn't fit here${p.after ? `, after ${code(p.after)}` : ''}${p.instead ? `: ${p.instead}` : didYouMean(p.suggestion)}`,
  },
  'unknown-line': {
    severity: 'error',
    message: (p: { word: string; member?: string; suggestion?: string; instead?: string }) =>
      `${code(p.word)} is not something ${p.member ?? 'a playbook'} can have${p.instead ? `: ${p.instead}` : didYouMean(p.suggestion)}`,
  },
  'unknown-declaration': {
    severity: 'error',
    message: (p: { word: string; suggestion: string }) =>
      `${code(p.word)} doesn't begin any part of a playbook${didYouMean(p.suggestion)}`,
  },
  'misplaced-line': {
    severity: 'error',
    message: (p: { line: string; member: string | undefined; homes: readonly string[]; instead?: string }) =>
      p.member
        ? `${code(p.line)} belongs in ${p.homes.join(' or ')}, not in ${p.member}${p.instead ? `: ${p.instead}` : ''}`
        : `${code(p.line)} belongs in ${p.homes.join(' or ')}, and none begins above it`,
  },
  'missing-quote': {
    severity: 'error',
    message: (p: { goesOn?: boolean }) =>
      p.goesOn
        ? 'a text ends with its line: add `"` here, and another `"` where it goes on below'
        : 'this text has no closing quote: add `"` at its end',
  },
  'wrong-quotes': {
    severity: 'error',
    message: (p: { quote: string }) =>
      `texts stand in straight double quotes, ${code('"like this"')}, not in ${code(p.quote)}`,
  },
  'unknown-escape': {
    severity: 'error',
    message: (p: { escape: string }) => `${code(p.escape)} means nothing in a text`,
    help: () =>
      'After a backslash only `"`, `\\`, `{`, `}` and `n` (a new line) have a meaning. For a backslash itself write `\\\\`.',
  },
  'stray-character': {
    severity: 'error',
    message: (p: { characters: string; instead?: string }) =>
      `${code(p.characters)} has no meaning in a playbook${p.instead ? `: ${p.instead}` : ''}`,
  },
  'nested-too-deep': {
    severity: 'error',
    message: (p: { limit: number }) =>
      `parentheses stand inside each other more than ${p.limit} deep: name parts of the condition as situations`,
  },
  'line-too-long': {
    severity: 'error',
    message: (p: { limit: number }) =>
      `this line has more than ${p.limit} words, and the rest is not read: break it up`,
  },
  'reserved-word': {
    severity: 'error',
    message: (p: { word: string; after: string }) =>
      `${code(p.word)} is a word of the language and can't be a name: choose another after ${code(p.after)}`,
  },
  'mixed-and-or': {
    severity: 'error',
    message: () => '`and` and `or` stand side by side: put parentheses round what belongs together',
  },
  'condition-in-front': {
    severity: 'error',
    message: (p: { above: string; next: string }) =>
      `a condition comes at the end of its line: this one belongs to ${code(p.above)} above, not to ${code(p.next)} behind it; write it behind ${code(`${p.next} …`)}`,
  },
  'misaligned-condition': {
    severity: 'warning',
    message: (p: { above: string; next: string }) =>
      `a condition comes at the end of its line: this one belongs to ${code(p.above)} above, not to ${code(p.next)} below; if that is meant, indent it deeper than both, else write it behind ${code(`${p.next} …`)}`,
  },
  'thousands-separator': {
    severity: 'error',
    message: (p: { written: string; plain: string }) =>
      `numbers are written without commas: ${code(p.plain)} instead of ${code(p.written)}`,
    help: () => 'If several numbers are meant, put a space after each comma.',
  },
  'unreadable-file': {
    severity: 'error',
    message: (p: { reason: string }) => p.reason,
  },
  'repeated-line': {
    severity: 'error',
    message: (p: { line: string; member: string }) => `${p.member} has only one ${code(p.line)}: keep one of the two`,
  },
  'misplaced-member': {
    severity: 'error',
    message: (p: { problem: 'late-use' | 'late-heading' | 'second-heading' }) =>
      ({
        'late-use': '`use` lines come first in a file: move this one up',
        'late-heading': 'the playbook heading comes right after the `use` lines: move it up',
        'second-heading': 'a file holds one playbook: put this one into a file of its own',
      })[p.problem],
  },
  'unattached-comment': {
    severity: 'warning',
    message: () => '`///` describes what is declared right below it, and nothing is: use `//` for a remark',
  },
});
