// Gives an element its language: locale, direction, messages and date formats, and updates it when any of them changes.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { WorkspaceSettings } from '../context.ts';
import { type DateFormats, dateFormats } from '../dates/date-formats.ts';
import { type MessageOverrides, type Messages, messagesFor, onMessagesRegistered } from './messages.ts';
import { directionOf, languageOf, watchLanguage } from './page-language.ts';

/** An element that can be localised: `messages` are wordings for this element alone. */
export interface LocalizedHost extends ReactiveControllerHost, HTMLElement {
  messages?: MessageOverrides | undefined;
}

const RTL = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/**
 * The language of an element: its own `lang`, else the workspace's `locale`, else the nearest ancestor's `lang`, else
 * English; the direction: the nearest `dir`, else the language's own.
 * @example #localize = new LocalizeController(this, () => this.#workspace.settings)
 */
export class LocalizeController implements ReactiveController {
  readonly #host: LocalizedHost;
  readonly #settings: () => WorkspaceSettings;
  #release: (() => void)[] = [];
  #known: { locale: string; workspace: MessageOverrides | undefined; own: MessageOverrides | undefined } | null = null;
  #messages: Messages | null = null;
  #page: { lang: string | null; dir: 'ltr' | 'rtl' | null } = { lang: null, dir: null };

  constructor(host: LocalizedHost, settings: () => WorkspaceSettings = () => ({})) {
    this.#host = host;
    this.#settings = settings;
    host.addController(this);
  }

  /** A BCP 47 language tag that Intl understands. */
  get locale(): string {
    return (
      usable(this.#host.getAttribute('lang')) ?? usable(this.#settings().locale) ?? usable(this.#page.lang) ?? 'en'
    );
  }

  get direction(): 'ltr' | 'rtl' {
    return this.#page.dir ?? (RTL.has(this.locale.split('-')[0] ?? '') ? 'rtl' : 'ltr');
  }

  /** Every string, in this element's language and with the host's wordings. */
  get messages(): Messages {
    const { locale } = this;
    const workspace = this.#settings().messages;
    const own = this.#host.messages;
    const known = this.#known;
    if (!this.#messages || known?.locale !== locale || known.workspace !== workspace || known.own !== own) {
      this.#known = { locale, workspace, own };
      this.#messages = messagesFor(locale, [workspace, own]);
    }
    return this.#messages;
  }

  /** Date formats of the locale. */
  get dates(): DateFormats {
    return dateFormats(this.locale);
  }

  hostConnected(): void {
    if (typeof document === 'undefined' || typeof MutationObserver === 'undefined') return;
    this.#readPage();
    this.#release = [
      watchLanguage(this.#host, () => this.#readPage()),
      onMessagesRegistered(() => {
        this.#messages = null;
        this.#host.requestUpdate();
      }),
    ];
  }

  hostDisconnected(): void {
    for (const release of this.#release) release();
    this.#release = [];
  }

  #readPage(): void {
    this.#page = { lang: languageOf(this.#host), dir: directionOf(this.#host) };
    this.#host.requestUpdate();
  }
}

/** The tag where Intl takes it (`lang="en_US"` and other slips of a page must not break an element), else null. */
function usable(tag: string | null | undefined): string | null {
  if (!tag) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
