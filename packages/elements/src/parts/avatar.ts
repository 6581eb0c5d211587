// Who, at a glance: initials on a colour that stays with the person, their picture over it where there is one. A person
// is round, a company square, somebody still to be found dashed. Decoration: the name always stands beside it, or is
// given as the label.
import { css, html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

/** What an avatar shows. */
export interface AvatarOf {
  id: string;
  name: string;
  avatarUrl?: string | null;
  shape?: 'person' | 'company' | 'unresolved';
}

const HUES = 12;

/** Which of the twelve colours goes with an id: always the same one. */
export function hueOf(id: string): number {
  let hash = 0;
  for (let index = 0; index < id.length; index++) hash = (Math.imul(hash, 31) + id.charCodeAt(index)) | 0;
  return (hash >>> 0) % HUES;
}

/** The first letters of the first and the last word of a name, whatever its script. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last].map((word) => (word ? firstLetter(word) : '')).join('');
}

function firstLetter(word: string): string {
  return /[\p{L}\p{N}]\p{M}*/u.exec(word)?.[0].toLocaleUpperCase() ?? '';
}

const hide = (event: Event) => ((event.target as HTMLElement).hidden = true);
const show = (event: Event) => ((event.target as HTMLElement).hidden = false);

/**
 * An avatar of 22 px at the usual font size.
 * @param label its accessible name, where the name does not stand beside it
 */
export function avatar(of: AvatarOf, label?: string): TemplateResult {
  const { shape = 'person', avatarUrl } = of;
  return html`<span
    class="avatar ${shape} hue-${hueOf(of.id)}"
    part="avatar"
    role=${ifDefined(label === undefined ? undefined : 'img')}
    aria-label=${ifDefined(label)}
    aria-hidden=${ifDefined(label === undefined ? 'true' : undefined)}
    ><span aria-hidden="true">${initialsOf(of.name)}</span>${
      avatarUrl
        ? html`<img
            src=${avatarUrl}
            alt=""
            loading="lazy"
            decoding="async"
            referrerpolicy="no-referrer"
            @error=${hide}
            @load=${show}
          />`
        : nothing
    }</span
  >`;
}

/** Styles of {@link avatar}. */
export const avatarStyles = css`
  .avatar {
    --_hue: 0;
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    flex: none;
    inline-size: 1.571em;
    block-size: 1.571em;
    border-radius: 50%;
    overflow: hidden;
    background: light-dark(oklch(0.91 0.05 var(--_hue)), oklch(0.36 0.06 var(--_hue)));
    color: light-dark(oklch(0.38 0.1 var(--_hue)), oklch(0.92 0.05 var(--_hue)));
    user-select: none;
  }
  .avatar > span {
    font-size: 0.643em;
    font-weight: 600;
    line-height: 1;
    letter-spacing: 0.01em;
  }
  .avatar > img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .avatar.company {
    border-radius: var(--_radius-small);
  }
  .avatar.unresolved {
    background: none;
    color: var(--_text-muted);
    border: 1px dashed var(--_border-control);
  }
  .hue-1 {
    --_hue: 30;
  }
  .hue-2 {
    --_hue: 60;
  }
  .hue-3 {
    --_hue: 90;
  }
  .hue-4 {
    --_hue: 120;
  }
  .hue-5 {
    --_hue: 150;
  }
  .hue-6 {
    --_hue: 180;
  }
  .hue-7 {
    --_hue: 210;
  }
  .hue-8 {
    --_hue: 240;
  }
  .hue-9 {
    --_hue: 270;
  }
  .hue-10 {
    --_hue: 300;
  }
  .hue-11 {
    --_hue: 330;
  }
  @media (forced-colors: active) {
    .avatar {
      border: 1px solid currentColor;
    }
  }
`;
