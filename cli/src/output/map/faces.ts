/** The ways in which a map is shown. What only one of them needs is loaded for that one. */
import type { SituationMap, TimeMap } from '@poise/analysis/map';
import { EXIT } from '../../exit-codes.ts';
import type { Terminal } from '../../terminal.ts';

type Faces = Readonly<Record<'pretty' | 'markdown' | 'json' | 'svg', () => Promise<string>>>;

export function situationFaces(map: SituationMap, today: string, terminal: Terminal): Faces {
  return {
    pretty: async () => (await import('./show-map.ts')).showMap(map, terminal),
    markdown: async () => (await import('./map-markdown.ts')).mapMarkdown(map),
    json: async () => (await import('./map-report.ts')).mapReport(map, today, EXIT.clean),
    svg: async () => (await import('./picture.ts')).mapPicture(map),
  };
}

export function timeFaces(map: TimeMap, today: string, terminal: Terminal): Faces {
  return {
    pretty: async () => (await import('./show-times.ts')).showTimes(map, terminal),
    markdown: async () => (await import('./times-markdown.ts')).timesMarkdown(map),
    json: async () => (await import('./map-report.ts')).timesReport(map, today, EXIT.clean),
    svg: async () => (await import('./times-picture.ts')).timesPicture(map),
  };
}
