// A word to whoever builds the host page, in the console and once: something in their markup means nothing, or cannot be had.
const warned = new Set<string>();

/** @param text what is wrong, and what there is instead */
export function warnHost(text: string): void {
  if (warned.has(text)) return;
  warned.add(text);
  console.warn(text);
}
