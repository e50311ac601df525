import type { CardItem, JudgedDraft, Label, Simulation } from '@poise/generator/playing';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useActions } from './actions.ts';
import { Item, withoutRepeat } from './item.tsx';
import { MessageBox } from './message-box.tsx';
import { Note, Suggestions } from './suggestions.tsx';
import { Said } from './words.tsx';

/** What the card says, in the order in which one looks at it. */
const SECTIONS: readonly { readonly title: string; readonly labels: readonly Label[] }[] = [
  { title: 'Bring in', labels: ['escalates'] },
  { title: 'Now', labels: ['end', 'playbook', 'step', 'goal', 'called by', 'waits', 'suspended'] },
  { title: 'Say', labels: ['warn', 'say', 'or', 'ask'] },
  { title: 'Do', labels: ['do', 'consult', 'promise', 'record'] },
  { title: 'Offer', labels: ['offer', 'closed'] },
  { title: 'Held back', labels: ['held back'] },
  { title: 'Before it ends', labels: ['owed', 'promised', 'follow up', 'next due'] },
];

interface Properties {
  readonly simulation: Simulation;
  readonly judged: { readonly draft: string; readonly judged?: JudgedDraft } | undefined;
  readonly onDraft: (draft: string) => void;
  /** What is on the card only since the playbook has changed. */
  readonly fresh: ReadonlySet<string>;
}

/** The agent's side: what to do now, what not, and what would become of a reply. */
export function Agent({ simulation, judged, onDraft, fresh }: Properties) {
  const { card, forbidden, otherActs, facts } = simulation;
  const fields = facts.filter(({ kind }) => kind === 'field');
  return (
    <section class="agent-side" aria-label="What the agent sees">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever scrolls with the keyboard has to get here */}
      <section class="card" aria-label="Guidance" tabIndex={0}>
        {SECTIONS.map(({ title, labels }) => {
          const items = card.filter(({ label }) => labels.includes(label));
          return items.length > 0 && <Section key={title} title={title} items={items} fresh={fresh} />;
        })}
        {forbidden.length > 0 && (
          <Folded title="What must not happen now" count={forbidden.length}>
            <ul>
              {forbidden.map((item) => (
                <Item key={keyOf(item)} item={item} isNew={fresh.has(keyOf(item))} />
              ))}
            </ul>
          </Folded>
        )}
        {otherActs.length > 0 && (
          <Folded title="What else the agent could do" count={otherActs.length}>
            <Suggestions suggestions={otherActs} about="the agent does it" />
          </Folded>
        )}
        {fields.length > 0 && (
          <Folded title="All that can be noted" count={fields.length}>
            <ul class="fields">
              {fields.map(({ id, text }) => (
                <li key={`${id} ${text}`}>
                  <Note field={id} />
                </li>
              ))}
            </ul>
          </Folded>
        )}
      </section>
      <Reply simulation={simulation} judged={judged} onDraft={onDraft} />
    </section>
  );
}

function Section({
  title,
  items,
  fresh,
}: {
  readonly title: string;
  readonly items: readonly CardItem[];
  readonly fresh: ReadonlySet<string>;
}) {
  return (
    <div class="section">
      <h2 class="visually-hidden">{title}</h2>
      <ul>
        {items.map((item) => (
          <Item key={keyOf(item)} item={item} isNew={fresh.has(keyOf(item))} />
        ))}
      </ul>
    </div>
  );
}

/** A part of the card that is looked at now and then. */
function Folded({
  title,
  count,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly children: ComponentChildren;
}) {
  return (
    <details class="section">
      <summary>
        {title} <span class="count">{count}</span>
      </summary>
      {children}
    </details>
  );
}

/** What tells one item of the card from the others. */
export function keyOf({ label, text, why = [] }: CardItem): string {
  return `${label} ${text} ${why.map(({ at }) => `${at.file}:${at.line}`).join()}`;
}

/** A reply that isn't out yet, and what the rules say to it while it is written. */
function Reply({ simulation, judged, onDraft }: Pick<Properties, 'simulation' | 'judged' | 'onDraft'>) {
  const { state } = simulation;
  const { happen } = useActions();
  const [draft, setDraft] = useState('');
  // What may be said hangs on all that has happened, too.
  useEffect(() => {
    if (draft.trim() !== '') onDraft(draft);
  }, [draft, onDraft, simulation]);
  const verdict = judged?.draft === draft ? judged.judged : undefined;
  const send = (): void => {
    happen({ type: 'agentSays', text: draft });
    setDraft('');
  };
  return (
    <div class="reply">
      <MessageBox
        label="What the agent replies"
        action="Say it"
        text={draft}
        isOff={state === 'closed'}
        onText={setDraft}
        onSend={send}
      >
        <div class="verdict" role="status">
          {verdict && draft !== '' && <Verdict verdict={verdict} />}
        </div>
      </MessageBox>
      <button type="button" class="act" disabled={state === 'closed'} onClick={() => happen({ type: 'agentCloses' })}>
        Close the conversation
      </button>
    </div>
  );
}

function Verdict({ verdict: { isAllowed, text, items } }: { readonly verdict: JudgedDraft }) {
  if (isAllowed) return <p class="allowed">This may be said.</p>;
  return (
    <div class="blocked">
      <p>
        This would be held back: <q>{<Said text={text} />}</q>
      </p>
      <ul>
        {withoutRepeat(items).map((item) => (
          <Item key={keyOf(item)} item={item} />
        ))}
      </ul>
    </div>
  );
}
