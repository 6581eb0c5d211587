// Plain text in which addresses can be followed (rulebook §2): http, https and mailto, and nothing else. No HTML.
import { html, type TemplateResult } from 'lit';

const ADDRESS = /(?:https?:\/\/|mailto:)[^\s<>"'`]+/giu;
const AFTER = /[.,;:!?…»”’]+$/u;
const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/** A run of text, or an address in it. */
export interface TextRun {
  readonly text: string;
  /** Where it leads, if it is an address. */
  readonly href: string | null;
}

/**
 * Splits text into runs and addresses. A full stop or an unopened bracket at the end belongs to the sentence.
 * @example runsOf('See https://a.example/x.') // 'See ', 'https://a.example/x' (a link), '.'
 */
export function runsOf(text: string): TextRun[] {
  const runs: TextRun[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutTail(match[0]);
    const href = hrefOf(address);
    if (href === null) continue;
    if (match.index > end) runs.push({ text: text.slice(end, match.index), href: null });
    runs.push({ text: address, href });
    end = match.index + address.length;
  }
  if (end < text.length) runs.push({ text: text.slice(end), href: null });
  return runs;
}

function withoutTail(address: string): string {
  let text = address.replace(AFTER, '');
  while (/[)\]}]$/.test(text) && isUnopened(text)) text = text.slice(0, -1).replace(AFTER, '');
  return text;
}

function isUnopened(text: string): boolean {
  const close = text.at(-1) ?? '';
  const open = { ')': '(', ']': '[', '}': '{' }[close] ?? '';
  return text.split(close).length > text.split(open).length;
}

/** The address where it is one that may be followed, else null. */
export function hrefOf(address: string, base?: string): string | null {
  if (!URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return ALLOWED.has(url.protocol) ? url.href : null;
}

/** A link the host gave, absolute or of its own page, as it gave it; null where it must not be followed. */
export function hostLink(address: string | null | undefined): string | null {
  if (address === null || address === undefined) return null;
  // Any base serves to read the protocol; in Node there is no page.
  return hrefOf(address, globalThis.document?.baseURI ?? 'https://page.invalid/') === null ? null : address;
}

/** Text with its addresses as links. */
export function linkedText(text: string): (string | TemplateResult)[] {
  return runsOf(text).map(({ text: run, href }) =>
    href === null ? run : html`<a href=${href} target="_blank" rel="noopener noreferrer">${run}</a>`,
  );
}
