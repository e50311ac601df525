/** What the picture of a map looks like. */
import type { Lead } from '@poise/analysis/map';
import { HOW_WORDS } from './words.ts';

/** What kind of thing a situation leads to, and how surely: what a colour stands for. */
export interface Tone {
  readonly kind: Lead['outcome']['kind'] | 'several' | 'nothing';
  readonly how: Lead['how'];
}

/**
 * One hue for each kind, from the palette of Okabe and Ito (2008), which people with any kind of colour vision can tell apart. What is sure is filled,
 * what may be is striped: so it can be told without any colour, too.
 */
const HUES: Readonly<Record<Exclude<Tone['kind'], 'nothing'>, string>> = {
  playbook: '#0072b2',
  escalation: '#d55e00',
  several: '#cc79a7',
  step: '#009e73',
};

const KIND_WORDS: Readonly<Record<Exclude<Tone['kind'], 'nothing'>, string>> = {
  playbook: 'a playbook',
  escalation: 'an escalation',
  several: 'more than one kind',
  step: 'a way through the steps',
};

/** The tone of what a situation leads to: of what is sure, where anything is. */
export function toneOf(leads: readonly Lead[]): Tone {
  const sure = leads.filter(({ how }) => how === 'always');
  const how = sure.length > 0 ? 'always' : 'may';
  const kinds = new Set((sure.length > 0 ? sure : leads).map(({ outcome }) => outcome.kind));
  const [kind = 'nothing'] = kinds;
  return { kind: kinds.size > 1 ? 'several' : kind, how };
}

export function classOf({ kind, how }: Tone): string {
  return kind === 'nothing' ? 'nothing' : `${kind}-${how}`;
}

export function toneWords({ kind, how }: Tone): string {
  return kind === 'nothing' ? 'nothing' : `${HOW_WORDS[how]}: ${KIND_WORDS[kind]}`;
}

/** Colours for light and dark, by what the reader has chosen. */
export const STYLE = `
text { font: 13px system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; fill: #1b1b1b; }
.title { font-size: 17px; font-weight: 600; }
.head { font-weight: 600; }
.quiet { fill: #555; }
.paper { fill: #fff; }
.nothing { fill: none; stroke: #8a8a8a; stroke-dasharray: 4 3; }
.chip { fill: #fff; stroke: #1b1b1b; }
.letter { font-weight: 600; }
${Object.entries(HUES)
  .map(
    ([kind, hue]) => `.${kind}-always { fill: ${hue}; } .${kind}-may { fill: url(#${kind}-stripes); stroke: ${hue}; }`,
  )
  .join('\n')}
@media (prefers-color-scheme: dark) {
  text { fill: #f0f0f0; }
  .quiet { fill: #b8b8b8; }
  .paper { fill: #16181c; }
  .chip { fill: #16181c; stroke: #f0f0f0; }
}
`;

/** The stripes of each hue. */
export const STRIPES: readonly { readonly id: string; readonly hue: string }[] = Object.entries(HUES).map(
  ([kind, hue]) => ({ id: `${kind}-stripes`, hue }),
);
