import type { Wording } from '@poise/runtime';
import type { Finding } from '../finding.ts';
import type { Subject } from '../subject.ts';

/** Wordings of which something is missing that others of the playbook have: a language, or who approved them. */
export function checkWordings({ wordings }: Subject): Finding[] {
  return wordings.flatMap((wording) => [...missingTranslation(wording, wordings), ...unapproved(wording, wordings)]);
}

function missingTranslation(wording: Wording, all: readonly Wording[]): Finding[] {
  const own = new Set(wording.translations.map(({ language }) => language));
  const others = new Set(all.flatMap(({ translations }) => translations.map(({ language }) => language)));
  const languages = [...others].filter((language) => !own.has(language));
  const other = all.find(({ translations }) => translations.some(({ language }) => languages.includes(language)));
  if (!other) return [];
  const related = [{ at: other.at, role: 'other' }] as const;
  return [{ code: 'missing-translation', at: wording.at, related, data: { wording: wording.id, languages } }];
}

function unapproved(wording: Wording, all: readonly Wording[]): Finding[] {
  const other = all.find(({ approvedBy }) => approvedBy !== undefined);
  if (wording.approvedBy !== undefined || other?.approvedBy === undefined) return [];
  const related = [{ at: other.at, role: 'other' }] as const;
  const data = { wording: wording.id, other: other.id, team: other.approvedBy };
  return [{ code: 'unapproved-wording', at: wording.at, related, data }];
}
