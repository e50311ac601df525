import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useMessages } from '../shared/messages.ts';
import { type Actions, ActionsContext } from './actions.ts';
import { Agent, keyOf } from './agent.tsx';
import { ConversationLog } from './conversation.tsx';
import { Customer } from './customer.tsx';
import { Heading } from './heading.tsx';
import type { Conversation, FromSimulator, ToSimulator } from './messages.ts';
import { type Notice, noticesOf, whyNothing } from './notices.ts';
import { Time } from './time.tsx';
import { Words } from './words.tsx';

/** What the simulator has of the editor. */
export interface Host {
  postMessage(message: FromSimulator): void;
  setState(state: Conversation): void;
}

type Show = Extract<ToSimulator, { kind: 'show' }>;
type Judged = Extract<ToSimulator, { kind: 'judged' }>;

/** What is on the card, by what tells the items from each other. */
function keysOf(show: Show | undefined): ReadonlySet<string> {
  if (show?.answer.kind !== 'simulation') return new Set();
  const { card, forbidden } = show.answer.simulation;
  return new Set([...card, ...forbidden].map(keyOf));
}

/** Tries a playbook out: the conversation on one side, what the agent sees on the other. */
export function Simulator({ host }: { readonly host: Host }) {
  const [show, setShow] = useState<Show>();
  const [judged, setJudged] = useState<Judged>();
  const [outcome, setOutcome] = useState<Notice>();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<Show>(undefined);

  const listen = useCallback(
    (message: ToSimulator) => {
      switch (message.kind) {
        case 'show': {
          const before = keysOf(last.current);
          const fresh = [...keysOf(message)].filter((key) => !before.has(key));
          // What is said of the last version, or of a scenario that was saved, stays until somebody does something.
          if (!message.isNewVersion) setOutcome(undefined);
          if (!message.isNewVersion || fresh.length > 0) setFresh(new Set(message.isNewVersion ? fresh : []));
          last.current = message;
          setShow(message);
          return host.setState(message.conversation);
        }
        case 'judged':
          return setJudged(message);
        case 'saved':
          return setOutcome({
            text: `Saved as the scenario “${message.title}”, at the end of the file.`,
            tone: 'good',
          });
        case 'unfit':
          return setOutcome({ text: `This can’t be saved as a scenario: ${message.reasons.join('; ')}.`, tone: 'bad' });
      }
    },
    [host],
  );
  useMessages(listen);
  useEffect(() => host.postMessage({ kind: 'ready' }), [host]);

  const simulation = show?.answer.kind === 'simulation' ? show.answer.simulation : undefined;
  const actions = useMemo(
    (): Actions => ({
      happen: (event) => host.postMessage({ kind: 'happen', event }),
      goTo: (count) => host.postMessage({ kind: 'goTo', count }),
      reveal: (place) => host.postMessage({ kind: 'reveal', file: place.file, line: place.line, column: place.column }),
      fact: (id) => simulation?.facts.find((fact) => fact.id === id),
    }),
    [host, simulation],
  );
  const onDraft = useCallback((draft: string) => host.postMessage({ kind: 'judge', draft }), [host]);

  if (!show) return null;
  if (!simulation) {
    const words = show.answer.kind === 'simulation' ? '' : whyNothing(show.answer);
    return (
      <main class="nothing">
        <p role="status">{words}</p>
      </main>
    );
  }
  const notices = [...noticesOf(show, fresh.size), ...(outcome ? [outcome] : [])];
  return (
    <ActionsContext.Provider value={actions}>
      <main class="simulator">
        <Heading
          playbook={simulation.playbook}
          count={show.conversation.events.length}
          takenBack={show.takenBack}
          onGoTo={actions.goTo}
          onRestart={() => host.postMessage({ kind: 'restart' })}
          onSave={(title) => host.postMessage({ kind: 'save', title })}
        />
        <Time simulation={simulation} onBegin={(opening) => host.postMessage({ kind: 'begin', opening })} />
        <div class="notices" role="status">
          {notices.map(({ text, tone }) => (
            <p key={text} class={`notice ${tone}`}>
              <Words text={text} />
            </p>
          ))}
        </div>
        <div class="conversation-side">
          <ConversationLog simulation={simulation} />
          <Customer simulation={simulation} />
        </div>
        <Agent simulation={simulation} judged={judged} onDraft={onDraft} fresh={fresh} />
      </main>
    </ActionsContext.Provider>
  );
}
