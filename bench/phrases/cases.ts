/** Looking for many phrases in many messages, beside what else could: the cases of a plan. */
import { join } from 'node:path';
import type { Bench } from '../measuring/processes.ts';
import { type Subjects, subjectsOf } from '../measuring/subjects.ts';
import { writeWorkload } from '../measuring/workload.ts';
import { phraseWorkload } from './workload.ts';

/** What is measured: the names in the report, and the child that measures it. */
const SCRIPTS = {
  Poise: 'phrases/ours/poise.cjs',
  RegExp: 'phrases/peers/regexp.mjs',
  'RegExp, beginnings shared': 'phrases/peers/regexp-shared.mjs',
  '@monyone/aho-corasick': 'phrases/peers/monyone.mjs',
  '@monyone/aho-corasick/fast': 'phrases/peers/monyone-fast.mjs',
  'modern-ahocorasick': 'phrases/peers/modern-ahocorasick.mjs',
  fastscan: 'phrases/peers/fastscan.mjs',
} as const;
export type PhraseSubject = keyof typeof SCRIPTS;

/** Something for each amount of phrases. */
type Amounts<Of> = Readonly<Record<'some' | 'many' | 'most', Of>>;

export interface PhraseSizes {
  readonly phrases: Amounts<number>;
  readonly messages: number;
}

/** The same phrases and messages for each subject. `first` is making them ready and all messages, `warm` all messages once more, in milliseconds. */
export interface PhraseSearch {
  readonly phrases: number;
  readonly messages: number;
  /** UTF-16 units of a message, on average. */
  readonly length: number;
  readonly subjects: Subjects<PhraseSubject>;
}

/** All that is measured of phrases. */
export type PhraseCases = Amounts<PhraseSearch>;

/** Writes the workloads. */
export function preparePhrases(bench: Bench, { phrases, messages }: PhraseSizes): PhraseCases {
  const search = (phrases: number): PhraseSearch => {
    const folder = join(bench.scratch, `phrases-${phrases}`);
    const workload = phraseWorkload(phrases, messages);
    writeWorkload(folder, workload);
    const expected = workload.said.reduce((sum, { length }) => sum + length, 0);
    return {
      phrases,
      messages,
      length: workload.messages.reduce((sum, message) => sum + message.length, 0) / messages,
      subjects: subjectsOf(bench, SCRIPTS, { folder, expected }, `${phrases} phrases in ${messages} messages`),
    };
  };
  return { some: search(phrases.some), many: search(phrases.many), most: search(phrases.most) };
}
