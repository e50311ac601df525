import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useMessages } from '../shared/messages.ts';
import { Card } from './card.tsx';
import type { FromPreview, PreviewState, SourcePlace, ToPreview } from './messages.ts';
import { keyAt, sourceOf } from './places.ts';

/** What the preview has of the editor. */
export interface Host {
  postMessage(message: FromPreview): void;
  getState(): PreviewState | undefined;
  setState(state: PreviewState): void;
}

type Answer = Extract<ToPreview, { kind: 'show' }>;
type Shown = Answer & { readonly answer: Extract<Answer['answer'], { kind: 'guide' }> };

/** The preview: what was shown last stays where there is nothing new to be shown, and follows the cursor. */
export function Preview({ host }: { readonly host: Host }) {
  const [shown, setShown] = useState<Shown>();
  const [nothing, setNothing] = useState<string>();
  const [cursor, setCursor] = useState<SourcePlace>();
  const listen = useCallback((message: ToPreview) => {
    if (message.kind === 'cursor') return setCursor(message.place);
    const { answer } = message;
    setNothing(answer.kind === 'guide' ? undefined : WHY_NOTHING[answer.kind]);
    if (answer.kind === 'guide') setShown({ ...message, answer });
    // Another file's card would be taken for this one's.
    else setShown((last) => (last?.uri === message.uri ? last : undefined));
  }, []);
  useMessages(listen);
  useEffect(() => host.postMessage({ kind: 'ready' }), [host]);
  useRemembered(shown?.uri, host);
  const { guide, files } = shown?.answer ?? {};
  const current = cursor && guide && files && keyAt(cursor, guide, files);
  useFollowed(current);
  const reveal = (event: MouseEvent | KeyboardEvent): void => {
    const key = files && placeClicked(event);
    const place = key && sourceOf(key, files);
    if (!place) return;
    if (event instanceof KeyboardEvent) event.preventDefault();
    host.postMessage({ kind: 'reveal', place });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: all that can be clicked is in a button, too
    <div class="preview" onClick={reveal} onKeyDown={reveal}>
      {nothing !== undefined && (
        <p role="status" class="nothing">
          {nothing}
        </p>
      )}
      {guide && files && <Card guide={guide} files={files} current={current} />}
    </div>
  );
}

const WHY_NOTHING = {
  library: 'This file holds no playbook of its own: open one that uses it.',
  nameless: 'The playbook needs a name before it can be shown.',
  unknown: 'This file is not one of the playbooks of this workspace.',
} as const;

/** What a click, or a key pressed on a picture's part, is about; nothing where somebody selects words, or opens a list. */
function placeClicked(event: MouseEvent | KeyboardEvent): string | undefined {
  const { target } = event;
  if (!(target instanceof Element)) return undefined;
  if (event instanceof KeyboardEvent) {
    // Real buttons click by themselves.
    const isPressed = event.key === 'Enter' || event.key === ' ';
    return isPressed && target instanceof SVGElement ? (target.getAttribute('data-at') ?? undefined) : undefined;
  }
  const isSelecting = document.getSelection()?.isCollapsed === false;
  if (isSelecting || target.closest('summary, figcaption')) return undefined;
  return target.closest('[data-at]')?.getAttribute('data-at') ?? undefined;
}

/** Brings into view what the cursor is in, and opens what it is folded away in. The focus stays where it is. */
function useFollowed(current: string | undefined): void {
  useEffect(() => {
    if (current === undefined) return;
    const [item] = [...document.querySelectorAll('main [aria-current]')].filter((one) => !(one instanceof SVGElement));
    for (let folded = item?.closest('details'); folded; folded = folded.parentElement?.closest('details'))
      folded.open = true;
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    item?.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'auto' : 'smooth' });
  }, [current]);
}

/** Remembers what is shown and how far it was scrolled, and scrolls there when it is shown again. */
function useRemembered(uri: string | undefined, host: Host): void {
  const before = useRef(host.getState());
  useLayoutEffect(() => {
    if (uri === undefined) return;
    if (before.current?.uri === uri) window.scrollTo(0, before.current.scrolled);
    before.current = undefined;
    const remember = (): void => host.setState({ uri, scrolled: window.scrollY });
    remember();
    window.addEventListener('scrollend', remember);
    return () => window.removeEventListener('scrollend', remember);
  }, [uri, host]);
}
