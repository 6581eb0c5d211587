// Icons of lucide (ISC, see NOTICE), inlined; `.icon` in styles/base.ts draws them. Written by scripts/icons.mjs: change the lists there.
import { html } from 'lit';

/** lucide `arrow-right` */
export const arrowRightIcon = () =>
  html`<svg class="icon flips" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M5 12h14" />
    <path d="m12 5 7 7-7 7" />
  </svg>`;

/** lucide `unlink` */
export const brokenIcon = () =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d="m18.84 12.25 1.72-1.71h-.02a5.004 5.004 0 0 0-.12-7.07 5.006 5.006 0 0 0-6.95 0l-1.72 1.71" />
    <path d="m5.17 11.75-1.71 1.71a5.004 5.004 0 0 0 .12 7.07 5.006 5.006 0 0 0 6.95 0l1.71-1.71" />
    <line x1="8" x2="8" y1="2" y2="5" />
    <line x1="2" x2="5" y1="8" y2="8" />
    <line x1="16" x2="16" y1="19" y2="22" />
    <line x1="19" x2="22" y1="16" y2="16" />
  </svg>`;

/** lucide `equal-approximately` */
export const estimateIcon = () =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M5 15a6.5 6.5 0 0 1 7 0 6.5 6.5 0 0 0 7 0" />
    <path d="M5 9a6.5 6.5 0 0 1 7 0 6.5 6.5 0 0 0 7 0" />
  </svg>`;

/** lucide `pin` */
export const pinIcon = () =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M12 17v5" />
    <path
      d="M9 10.76a2 2 0 0 1-1.11 1.79l-1.78.9A2 2 0 0 0 5 15.24V16a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-.76a2 2 0 0 0-1.11-1.79l-1.78-.9A2 2 0 0 1 15 10.76V7a1 1 0 0 1 1-1 2 2 0 0 0 0-4H8a2 2 0 0 0 0 4 1 1 0 0 1 1 1z"
    />
  </svg>`;

/** lucide `hourglass` */
export const waitsIcon = () =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M5 22h14" />
    <path d="M5 2h14" />
    <path d="M17 22v-4.172a2 2 0 0 0-.586-1.414L12 12l-4.414 4.414A2 2 0 0 0 7 17.828V22" />
    <path d="M7 2v4.172a2 2 0 0 0 .586 1.414L12 12l4.414-4.414A2 2 0 0 0 17 6.172V2" />
  </svg>`;
