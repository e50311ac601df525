import type { GuideLine, GuideText } from '@poise/generator/guide';
import { Message } from './message.tsx';
import { keyOf } from './places.ts';

interface Following {
  /** What the cursor is in. */
  readonly current: string | undefined;
}

/** A line of guidance: its verb, which leads to the source, its words, and what restricts it. */
export function Line({ line, current }: Following & { readonly line: GuideLine }) {
  const { label, isSaid, texts, detail, channels, when, isMistake, at } = line;
  const key = keyOf(at);
  return (
    <li
      class={isMistake ? 'line mistake' : 'line'}
      data-at={key}
      aria-current={key === current ? 'location' : undefined}
    >
      <button type="button" class="plain-button verb" data-at={key}>
        {label}
        <span class="visually-hidden">, line {at.line}</span>
      </button>
      <div class="words">
        {channels && <span class="channels">{channels}</span>}
        {texts.map((text, index) => (
          <Words
            key={keyOf(text.at)}
            text={text}
            isSaid={isSaid}
            isOneOfSeveral={texts.length > 1}
            isOther={index > 0}
            current={current === key ? undefined : current}
          />
        ))}
        {detail && <span class="detail">{isMistake ? <Message text={detail} /> : detail}</span>}
        {when && <span class="when">{when}</span>}
      </div>
    </li>
  );
}

interface WordsProperties extends Following {
  readonly text: GuideText;
  readonly isSaid: boolean;
  readonly isOneOfSeveral: boolean;
  /** It may be said instead of those before it. */
  readonly isOther: boolean;
}

function Words({ text: { parts, at }, isSaid, isOneOfSeveral, isOther, current }: WordsProperties) {
  // Where there is only one, it goes with its line.
  const key = isOneOfSeveral ? keyOf(at) : undefined;
  return (
    <p data-at={key} aria-current={key !== undefined && key === current ? 'location' : undefined}>
      {isOther && <span class="or">or </span>}
      {isSaid && '“'}
      {parts.map((part) =>
        typeof part === 'string' ? part : <span key={part.fact} class="fact">{`{${part.fact}}`}</span>,
      )}
      {isSaid && '”'}
    </p>
  );
}
