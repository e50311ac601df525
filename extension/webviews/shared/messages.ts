import { useEffect } from 'preact/hooks';

/** Listens to what the extension posts, for as long as the component is there. */
export function useMessages<Message>(listen: (message: Message) => void): void {
  useEffect(() => {
    const onMessage = ({ data }: MessageEvent<Message>): void => listen(data);
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, [listen]);
}
