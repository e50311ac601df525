import type { Simulation, TimelineEntry } from '@poise/generator/playing';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useActions } from './actions.ts';
import { Item, withoutRepeat } from './item.tsx';
import { capitalised, Said, Words } from './words.tsx';

const WHO = { customer: 'Customer', agent: 'Agent', team: 'Team', tools: 'Tools', time: 'Later' } as const;

/** What has happened so far: the customer's words on the right, the agent's on the left, and between them what came of it. */
export function ConversationLog({ simulation: { timeline } }: { readonly simulation: Simulation }) {
  const end = useRef<HTMLDivElement>(null);
  const count = timeline.length;
  useLayoutEffect(() => end.current?.scrollIntoView({ block: 'nearest' }), [count]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever scrolls with the keyboard has to get here
    <div class="log" role="log" aria-label="The conversation" aria-live="polite" tabIndex={0}>
      {count === 0 && <p class="nothing-yet">Nothing has been said yet. Write as the customer would, below.</p>}
      <ol>
        {timeline.map((entry, index) => (
          <Entry key={index} entry={entry} count={index + 1} isLast={index === count - 1} />
        ))}
      </ol>
      <div ref={end} />
    </div>
  );
}

interface EntryProperties {
  readonly entry: TimelineEntry;
  /** How many events have happened with it. */
  readonly count: number;
  readonly isLast: boolean;
}

function Entry({ entry, count, isLast }: EntryProperties) {
  const { goTo } = useActions();
  const { who, isSaid, text, reported, time, isHeldBack, caused } = entry;
  return (
    <li class={`entry ${who}${isSaid ? ' said' : ' act'}${isHeldBack ? ' held' : ''}`}>
      <div class="happening">
        <p class="by">
          <span>{WHO[who]}</span>
          {isHeldBack && <strong> · held back</strong>}
          <span>{capitalised(time)}</span>
          {!isLast && (
            <button
              type="button"
              class="plain-button back"
              onClick={() => goTo(count)}
              title="Take back all that came after this"
            >
              back to here<span class="visually-hidden">: {text.map((one) => one.text).join('')}</span>
            </button>
          )}
        </p>
        <p class="what">{isSaid ? <Said text={text} /> : <Words text={text.map((one) => one.text).join('')} />}</p>
        {reported.length > 0 && (
          <p class="reported">
            {reported.map((one) => (
              <span key={one}>
                <Words text={one} />
              </span>
            ))}
          </p>
        )}
      </div>
      {caused.length > 0 && (
        <ul class="caused">
          {withoutRepeat(caused).map((item) => (
            <Item key={`${item.label} ${item.text}`} item={item} isPast={!isLast} />
          ))}
        </ul>
      )}
    </li>
  );
}
