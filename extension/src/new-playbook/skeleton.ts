import { spelledAsName } from '@poise/language/names';
import type { FrameworkOffer } from '@poise/server/protocol';

/** What a new playbook is made of. */
export interface Beginning {
  readonly title: string;
  /** The framework that it follows, and the path to its file from where the playbook will be. */
  readonly framework?: { readonly offer: FrameworkOffer; readonly path: string };
}

/** A playbook that is sound as soon as it is there, as a snippet: the key Tab goes from one gap to the next. */
export function skeletonOf({ title, framework }: Beginning): string {
  const gap = gaps();
  const about = gap('What it is for, in a sentence.');
  const owner = gap('The team that answers for it');
  const customerSays = gap('where is my order');
  const name = spelledAsName(title);
  const steps = framework?.offer.stages.filter(({ isOptional }) => !isOptional).map((stage) => stepFor(stage, gap));
  return [
    ...(framework ? [`use "${escaped(framework.path)}"`, ''] : []),
    `playbook ${name} "${escaped(title)}"`,
    `  about   "${about}"`,
    `  owner   "${owner}"`,
    '  version 1.0.0',
    '  status  draft',
    ...(framework ? [`  follows ${framework.offer.name}`] : []),
    '',
    'trigger customer_asks',
    `  when customer says "${customerSays}"`,
    '',
    ...(steps ?? [firstStep(gap)]).flatMap((step) => [...step, '']),
    `scenario "${gap('How it begins')}"`,
    `  customer says "${customerSays}"`,
    `  expect playbook ${name}`,
    '',
  ].join('\n');
}

type Gap = (words: string) => string;

/** Numbers gaps in the order in which they are asked for. */
function gaps(): Gap {
  let last = 0;
  return (words) => `\${${++last}:${words}}`;
}

function firstStep(gap: Gap): string[] {
  return [
    'step listen "Listen first"',
    `  goal "${gap('The customer feels heard.')}"`,
    `  say  "${gap('Thank you for telling me.')}"`,
  ];
}

function stepFor({ name, title }: FrameworkOffer['stages'][number], gap: Gap): string[] {
  return [`step ${name} "${escaped(title)}"`, `  stage ${name}`, `  do    "${gap('What to do here.')}"`];
}

/** A text that may stand in quotes, first in a playbook and then in a snippet. */
function escaped(text: string): string {
  return text.replace(/["\\{}]/g, '\\$&').replace(/[\\$}]/g, '\\$&');
}
