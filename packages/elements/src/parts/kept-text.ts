// What somebody has begun and not finished, kept for this tab: it outlives a reload, not the tab. Where the browser keeps
// nothing (storage switched off), it is as if there was nothing.

/** What is kept under a key, as it was; null where there is nothing, or nothing that can be read. */
export function kept(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps a value under a key; null forgets it. */
export function keep(key: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full, or switched off: what was typed is still on the page.
  }
}
