// Icons of lucide (ISC, see NOTICE), inlined; `.icon` in styles/base.ts draws them. Written by scripts/icons.mjs: change the lists there.
import { html } from 'lit';

/** lucide `messages-square` */
export const sessionIcon = () =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path
      d="M16 10a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 14.286V4a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2z"
    />
    <path d="M20 9a2 2 0 0 1 2 2v10.286a.71.71 0 0 1-1.212.502l-2.202-2.202A2 2 0 0 0 17.172 19H10a2 2 0 0 1-2-2v-1" />
  </svg>`;

/** lucide `clipboard-list` */
export const assessmentIcon = () =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <rect width="8" height="4" x="8" y="2" rx="1" ry="1" />
    <path d="M16 4h2a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2h2" />
    <path d="M12 11h4" />
    <path d="M12 16h4" />
    <path d="M8 11h.01" />
    <path d="M8 16h.01" />
  </svg>`;

/** lucide `file-text` */
export const fileIcon = () =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path
      d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"
    />
    <path d="M14 2v5a1 1 0 0 0 1 1h5" />
    <path d="M10 9H8" />
    <path d="M16 13H8" />
    <path d="M16 17H8" />
  </svg>`;

/** lucide `link` */
export const linkIcon = () =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71" />
    <path d="M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71" />
  </svg>`;

/** lucide `square-check` */
export const actionItemIcon = () =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <rect width="18" height="18" x="3" y="3" rx="2" />
    <path d="m16 9-5.5 5.5L8 12" />
  </svg>`;

/** lucide `message-square-text` */
export const feedbackIcon = () =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path
      d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"
    />
    <path d="M7 11h10" />
    <path d="M7 15h6" />
    <path d="M7 7h8" />
  </svg>`;

/** lucide `clock` */
export const clockIcon = () =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="10" />
    <path d="M12 6v6l4 2" />
  </svg>`;

/** lucide `map-pin` */
export const placeIcon = () =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0" />
    <circle cx="12" cy="10" r="3" />
  </svg>`;

/** lucide `send` */
export const sendIcon = () =>
  html`<svg class="icon flips" viewBox="0 0 24 24" aria-hidden="true">
    <path
      d="M14.536 21.686a.5.5 0 0 0 .937-.024l6.5-19a.496.496 0 0 0-.635-.635l-19 6.5a.5.5 0 0 0-.024.937l7.93 3.18a2 2 0 0 1 1.112 1.11z"
    />
    <path d="m21.854 2.147-10.94 10.939" />
  </svg>`;

/** lucide `rotate-ccw` */
export const reopenIcon = () =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8" />
    <path d="M3 3v5h5" />
  </svg>`;

/** lucide `grip-vertical` */
export const gripIcon = () =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="9" cy="12" r="1" />
    <circle cx="9" cy="5" r="1" />
    <circle cx="9" cy="19" r="1" />
    <circle cx="15" cy="12" r="1" />
    <circle cx="15" cy="5" r="1" />
    <circle cx="15" cy="19" r="1" />
  </svg>`;
