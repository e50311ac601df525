import type { MeasuredOf } from '../measuring/case.ts';
import { megabytes, shown, table } from '../reporting/markdown.ts';
import { grouped } from '../reporting/numbers.ts';
import { KILOBYTE } from '../reporting/units.ts';
import type { ConversationCases } from './cases.ts';
import { FREQUENT_EVENTS } from './figures.ts';

/** Turns, open conversations, loading and saving. */
export function reportOnConversations(cases: ConversationCases, measuredOf: MeasuredOf): readonly string[] {
  const { playbooks, scenarios, events } = cases;
  return [
    '## Conversations over all shipped playbooks',
    `${playbooks} playbooks, and ${grouped(events)} events of ${scenarios} scenarios.`,
    turnsTable(cases, measuredOf),
    openTable(cases, measuredOf),
    loadingTable(cases, measuredOf),
    savingTable(cases, measuredOf),
  ];
}

function turnsTable({ turns }: ConversationCases, measuredOf: MeasuredOf): string {
  const measured = measuredOf(turns);
  const rows = (['all', ...FREQUENT_EVENTS] as const).map((kind) => [
    kind === 'all' ? 'any event' : `\`${kind}\``,
    shown(measured[`${kind} median`]),
    shown(measured[`${kind} p99`]),
  ]);
  return table(['a turn with', 'median, µs', '99 in 100 within, µs'], rows);
}

function openTable({ few, many }: ConversationCases, measuredOf: MeasuredOf): string {
  const rows = [few, many].map((one) => {
    const measured = measuredOf(one);
    return [
      grouped(one.conversations),
      shown(measured.bytesEach, KILOBYTE),
      megabytes(measured.residentMemory),
      shown(measured['all median']),
      shown(measured['all p99']),
    ];
  });
  return table(
    ['open at once', 'KB each', 'whole process, MB', 'one more turn in each: median, µs', '99 in 100 within, µs'],
    rows,
  );
}

function loadingTable({ loading }: ConversationCases, measuredOf: MeasuredOf): string {
  const { first, warm, peakMemory } = measuredOf(loading);
  const row = [
    'the texts of all playbooks, up to the first guidance',
    shown(first),
    shown(warm),
    megabytes(peakMemory),
  ];
  return table(['loading', 'first, ms', 'warm, ms', 'peak, MB'], [row]);
}

function savingTable({ saving }: ConversationCases, measuredOf: MeasuredOf): string {
  const { took, bytes } = measuredOf(saving);
  const row = ['a conversation in the middle of its scenario, as JSON', shown(took), shown(bytes, KILOBYTE)];
  return table(['saving and resuming', 'µs', 'KB of JSON'], [row]);
}
