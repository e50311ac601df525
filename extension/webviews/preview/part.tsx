import type { GuideFact, GuidePart, GuidePhrases, GuideRung } from '@poise/generator/guide';
import { Line } from './line.tsx';
import { Message } from './message.tsx';
import { keyOf } from './places.ts';

/** A step, a boundary, an escalation: whatever has a name, with all that is said of it. */
export function Part({ part, current }: { readonly part: GuidePart; readonly current: string | undefined }) {
  const { kicker, title, note, goal, when, phrases, lines, ladder, closing, mistake, at } = part;
  const key = keyOf(at);
  return (
    <li class={mistake ? 'part mistake' : 'part'} data-at={key} aria-current={key === current ? 'location' : undefined}>
      {kicker && <p class="kicker">{kicker}</p>}
      <h3>
        <button type="button" class="plain-button" data-at={key}>
          {title}
        </button>
      </h3>
      {goal && <p class="goal">{goal}</p>}
      {note && <p class="note">{note}</p>}
      {mistake && (
        <p class="note">
          <Message text={mistake.text} />
        </p>
      )}
      {when && <p class="when">{when}</p>}
      {ladder.length > 0 && <Ladder ladder={ladder} />}
      {lines.length > 0 && (
        <ul class="lines">
          {lines.map((line) => (
            <Line key={`${line.label} ${keyOf(line.at)}`} line={line} current={current} />
          ))}
        </ul>
      )}
      {phrases.map((list) => (
        <Phrases key={keyOf(list.at)} list={list} />
      ))}
      {closing.length > 0 && <Facts facts={closing} />}
    </li>
  );
}

function Ladder({ ladder }: { readonly ladder: readonly GuideRung[] }) {
  return (
    <ol class="ladder">
      {ladder.map(({ team, after, answers, otherwise }) => (
        <li key={`${team} ${after}`}>
          <span class="after">{after}</span>
          <div>
            <p>
              <span class="team">{team}</span> {answers && <span class="detail">{answers}</span>}
            </p>
            {otherwise && <p class="detail">{otherwise}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Phrases({ list: { title, phrases, except } }: { readonly list: GuidePhrases }) {
  return (
    <details class="phrases">
      <summary>
        {title} <span class="detail">{phrases.length === 1 ? '1 phrase' : `${phrases.length} phrases`}</span>
      </summary>
      <p>{phrases.map((phrase) => `“${phrase}”`).join(', ')}</p>
      {except.length > 0 && <p>but not {except.map((phrase) => `“${phrase}”`).join(', ')}</p>}
    </details>
  );
}

/** Short lines, each with what it is about. */
export function Facts({ facts }: { readonly facts: readonly GuideFact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ label, text }) => (
        <div key={`${label} ${text}`}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
