// What an item of an engagement is: its icon, with the word beside it or for screen readers.
import { html, type TemplateResult } from 'lit';
import type { ItemKind } from '@followthrough/core/schema';
import {
  actionItemIcon,
  assessmentIcon,
  feedbackIcon,
  fileIcon,
  linkIcon,
  sessionIcon,
} from '../icons/engagement-icons.ts';

/** Every kind, in the order in which they are offered. */
export const ITEM_KINDS: readonly ItemKind[] = ['session', 'assessment', 'file', 'link', 'action', 'feedback'];

const ICONS: Readonly<Record<ItemKind, () => TemplateResult>> = {
  session: sessionIcon,
  assessment: assessmentIcon,
  file: fileIcon,
  link: linkIcon,
  action: actionItemIcon,
  feedback: feedbackIcon,
};

/** The icon of a kind, decoration only. */
export function itemKindIcon(kind: ItemKind): TemplateResult {
  return ICONS[kind]();
}

/** Icon and word. */
export function itemKindLabel(kind: ItemKind, words: Readonly<Record<ItemKind, string>>): TemplateResult {
  return html`<span class="item-kind" part="kind">${itemKindIcon(kind)}<span>${words[kind]}</span></span>`;
}
