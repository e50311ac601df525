import type { Guide, GuidePart, GuideSection } from '@poise/generator/guide';
import type { PreviewFile } from '@poise/server/protocol';
import { FlowPicture } from './flow-picture.tsx';
import { Message } from './message.tsx';
import { Facts, Part } from './part.tsx';
import { headingOf, keyOf } from './places.ts';

interface CardProperties {
  readonly guide: Guide;
  readonly files: readonly PreviewFile[];
  /** What the cursor is in. */
  readonly current: string | undefined;
}

/** A playbook as a guide card. */
export function Card({ guide, files, current }: CardProperties) {
  const { title, about, note, heading, sections, flow, mistakes } = guide;
  const at = headingOf(files);
  const key = at && keyOf(at);
  const isCurrent = key !== undefined && key === current;
  return (
    <main>
      <header data-at={key} aria-current={isCurrent ? 'location' : undefined}>
        <h1>
          <button type="button" class="plain-button" data-at={key}>
            {title}
          </button>
        </h1>
        {about && <p class="about">{about}</p>}
        {note && <p class="note">{note}</p>}
        <Facts facts={heading} />
        {mistakes.length > 0 && (
          <ul class="mistakes" aria-label="Mistakes">
            {mistakes.map(({ text, at: place }) => (
              <li key={keyOf(place)} data-at={keyOf(place)}>
                <button type="button" class="plain-button" data-at={keyOf(place)}>
                  <Message text={text} />
                </button>
              </li>
            ))}
          </ul>
        )}
      </header>
      {sections.flatMap((section) => [
        ...(section.kind === 'steps' ? [<Way key="way" flow={flow} current={current} />] : []),
        <Section key={section.kind} section={section} current={current} />,
      ])}
    </main>
  );
}

function Way({ flow, current }: Pick<Guide, 'flow'> & Pick<CardProperties, 'current'>) {
  return (
    <section aria-labelledby="way">
      <h2 id="way">The way through</h2>
      <FlowPicture flow={flow} current={current} />
    </section>
  );
}

function Section({ section, current }: { readonly section: GuideSection } & Pick<CardProperties, 'current'>) {
  const { kind, heading, parts } = section;
  const isAside = kind === 'terms';
  const own = isAside ? [] : parts.filter(({ isHouseRule }) => !isHouseRule);
  const aside = isAside ? parts : parts.filter(({ isHouseRule }) => isHouseRule);
  const noun = isAside ? 'name' : 'house rule';
  return (
    <section aria-labelledby={kind} class={kind}>
      <h2 id={kind}>{heading}</h2>
      {own.length > 0 && <Parts parts={own} current={current} isOrdered={kind === 'steps'} />}
      {aside.length > 0 && (
        <details class="aside">
          <summary>
            {aside.length} {noun}
            {aside.length === 1 ? '' : 's'}
          </summary>
          <Parts parts={aside} current={current} />
        </details>
      )}
    </section>
  );
}

interface PartsProperties extends Pick<CardProperties, 'current'> {
  readonly parts: readonly GuidePart[];
  readonly isOrdered?: boolean;
}

function Parts({ parts, current, isOrdered = false }: PartsProperties) {
  const all = parts.map((part) => <Part key={keyOf(part.at)} part={part} current={current} />);
  return isOrdered ? <ol class="parts">{all}</ol> : <ul class="parts">{all}</ul>;
}
