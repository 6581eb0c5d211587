// Ctrl/⌘+Z takes the last step back, unless somebody is typing: then it is the field's. A field that is empty has nothing of
// its own to take back, but for one that floats, where one is in the midst of something else.

/** Whether a key press asks for the last step back. */
export function isUndoKey(event: KeyboardEvent): boolean {
  const isUndo =
    event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  return isUndo && !event.defaultPrevented && !isTyping(event);
}

function isTyping(event: Event): boolean {
  const [target] = event.composedPath();
  if (target instanceof HTMLTextAreaElement) return true;
  if (!(target instanceof HTMLInputElement) || target.type === 'checkbox') return false;
  return target.value !== '' || target.closest('dialog, [popover]') !== null;
}
