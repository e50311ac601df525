import { boxesOf, type Lead, type SituationMap } from '@poise/analysis/map';
import { table } from './markdown-table.ts';
import { boxWords, byHow, dependentLeads, nobodyHandles, titleOf, whateverWords } from './shown-map.ts';
import { dependencesWords, leadsWords, outcomeWords } from './words.ts';

/** A map as Markdown: the same as in a terminal, in tables. */
export function mapMarkdown(map: SituationMap): string {
  const unhandled = nobodyHandles(map);
  const leads = dependentLeads(map);
  const heads = map.axes.map(({ fact }) => `\`${fact}\``);
  const parts = [
    `### ${titleOf(map)}`,
    table([
      [...heads, 'always', 'maybe'],
      ...boxesOf(map).map((box) => [...boxWords(box, map), leadList(box.leads, 'always'), leadList(box.leads, 'may')]),
    ]),
    unhandled.words,
    ...(unhandled.boxes.length > 0 ? [table([heads, ...unhandled.boxes.map((box) => boxWords(box, map))])] : []),
    ...byHow(map.elsewhere).map(
      ([how, some]) => `${how === 'always' ? 'Always' : 'Maybe'}, ${whateverWords(map)}: ${leadList(some, how)}.`,
    ),
    ...(leads.length > 0
      ? [
          '<details><summary>What maybe depends on</summary>',
          table([
            ['', 'depends on'],
            ...leads.map((lead) => [outcomeWords(lead.outcome), dependencesWords(lead.dependsOn)]),
          ]),
          '</details>',
        ]
      : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function leadList(leads: readonly Lead[], how: Lead['how']): string {
  return leadsWords(leads.filter((lead) => lead.how === how));
}
