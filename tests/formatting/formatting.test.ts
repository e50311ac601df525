import { readdirSync, readFileSync } from 'node:fs';
import { createPlaybookLanguage, type Formatting, formatText } from '@poise/language';
import { describe, expect, test } from 'vitest';
import { ownFiles } from '../harness/own-sources.ts';

const { playbook: services } = createPlaybookLanguage({});
const format = (text: string): Formatting => formatText(text, services);

const FOLDER = new URL('./', import.meta.url);
const FORMATTED = '.formatted.playbook';
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.playbook') && !name.endsWith(FORMATTED));
const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

/** Each text as somebody wrote it, beside it as it should be: read by a person, not made by a machine. */
describe('texts are laid out as their neighbours show', () => {
  test.each(names)('%s', (name) => {
    const expected = read(name.replace('.playbook', FORMATTED));
    expect(format(read(name)).text).toBe(expected);
    expect(format(expected).edits).toEqual([]);
  });
});

describe('what is shipped is laid out', () => {
  const shipped = [...ownFiles('playbooks/', '.playbook'), ...ownFiles('cli/templates/', '.playbook')];
  test.each(shipped)('%s', (_path, text) => {
    const { text: formatted, leftAlone } = format(text);
    expect(formatted).toBe(text);
    expect(leftAlone).toEqual([]);
  });
});

describe('the form of a text', () => {
  const LINES = ['step hear', '  goal "One."', '  say  "Two."', ''];

  test.each([
    ['line feeds', '\n'],
    ['carriage returns and line feeds', '\r\n'],
    ['carriage returns', '\r'],
  ])('ends its lines with %s where most do', (_name, lineEnd) => {
    expect(format(`step hear${lineEnd}goal "One."\n${lineEnd}${lineEnd}say "Two."${lineEnd}`).text).toBe(
      ['step hear', '  goal "One."', '', '  say  "Two."', ''].join(lineEnd),
    );
  });

  test('has no tabs but in strings and remarks', () => {
    expect(format('step\thear\n\tgoal\t"One.\tTwo." //\tthree\t\n').text).toBe(
      'step hear\n  goal "One.\tTwo."  //\tthree\n',
    );
  });

  test('ends with one line end, whatever it ended with', () => {
    for (const end of ['', '\n', '\n\n\n', '  \n\t\n ']) {
      expect(format(LINES.slice(0, -1).join('\n') + end).text).toBe(LINES.join('\n'));
    }
  });

  test('is empty where there is nothing in it', () => {
    for (const text of ['', '\n', ' \r\n\t\n']) expect(format(text)).toMatchObject({ text: '', leftAlone: [] });
  });
});

describe('a part of a text', () => {
  const text = 'step  a\n goal "A."\nstep  b\n goal "B."\nstep  c\n goal "C."\n';
  const place = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

  test('is laid out without the rest', () => {
    const expected = 'step  a\n goal "A."\n\nstep b\n  goal "B."\nstep  c\n goal "C."\n';
    expect(formatText(text, services, place('goal "B."')).text).toBe(expected);
  });

  test('may be several declarations', () => {
    const { start } = place('"A."');
    const { end } = place('step  b');
    const expected = 'step a\n  goal "A."\n\nstep b\n  goal "B."\nstep  c\n goal "C."\n';
    expect(formatText(text, services, { start, end }).text).toBe(expected);
  });
});

test('a hundred thousand lines are no trouble', () => {
  const remarks = '// A remark.\n'.repeat(60_000);
  const list = `phrases many:\n${Array.from({ length: 20_000 }, (_, index) => `"phrase ${index}"`).join(',\n')}\n`;
  const lines = `step long\n${'do "It."\n'.repeat(20_000)}`;
  const { text, leftAlone } = format(remarks + list + lines);
  expect(leftAlone).toEqual([]);
  expect(text.split('\n').length).toBeGreaterThan(80_000);
  expect(text.split('\n').every((line) => line.length <= 120)).toBe(true);
});
