// A tab that slept, or came back from the back/forward cache, has missed its midnight and what others did: its
// workspace is told to look at the clock again.

interface Wakeable {
  wake(): void;
}

/** Wakes a workspace whenever its page is shown again; gives the function that ends it. */
export function keepAwake(workspace: Wakeable): () => void {
  if (typeof document === 'undefined') return () => undefined;
  const wake = () => {
    if (!document.hidden) workspace.wake();
  };
  document.addEventListener('visibilitychange', wake);
  addEventListener('pageshow', wake);
  return () => {
    document.removeEventListener('visibilitychange', wake);
    removeEventListener('pageshow', wake);
  };
}
