/** What is edited with Poise. */
import { manyFiles, oneFile, type Workload } from '../../compiling/workloads.ts';
import { type Alone, type Among, NOWHERE, type Place, placeIn } from './workspace.ts';

const HUB = `signal hub_delay in days "How long it is overdue."

team hub_managers "Managers of everything" answers within 5 minutes
`;
const FAULTY = `team faulty "Nobody" answers within 5 minutes
  otherwise ${NOWHERE}
`;

/** One playbook. */
export function playbookAlone(lines: number): Alone {
  const files = oneFile(lines);
  return { files, reference: referenceIn(files, 'large.playbook') };
}

/** Files that use each other as they do when compiling is measured, and all of them a hub. */
export function playbooksAmong(count: number, smallLines: number, largeLines: number): Among {
  const many = [...manyFiles(count)].map(([path, text]) => [path, withHub(path, text)] as const);
  const files = new Map([
    ...many,
    ...oneFile(smallLines, 'small', 'customer says "matter of the small one" and '),
    ...oneFile(largeLines, 'large', 'customer says "matter of the large one" and '),
    ['hub.playbook', HUB],
    ['faulty.playbook', FAULTY],
  ]);
  return {
    files,
    small: referenceIn(files, 'small.playbook'),
    large: referenceIn(files, 'large.playbook'),
    hub: placeIn(files, 'hub.playbook', /^team \w+/gm),
    dependents: many.map(([path]) => path),
    faulty: 'faulty.playbook',
  };
}

function withHub(path: string, text: string): string {
  const [name] = path.split('.');
  const head = text.startsWith('use ') ? 'use "hub.playbook"\n' : 'use "hub.playbook"\n\n';
  const tail = path.startsWith('library_')
    ? `team ${name}_desk "Help desk" answers within 5 minutes\n  otherwise hub_managers\n`
    : '\nescalation desk "Nobody has an answer"\n  when hub_delay is more than 60 days\n  to hub_managers\n';
  return head + text + tail;
}

function referenceIn(files: Workload, path: string): Place {
  return placeIn(files, path, /^ +consult \w+/gm);
}
