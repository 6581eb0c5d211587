// Gives an element its language: locale, direction, messages and date formats, and updates it when any of them changes.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { WorkspaceSettings } from '../context.ts';
import { type DateFormats, dateFormats } from '../dates/date-formats.ts';
import { directionOfLanguage, orderedMessages } from './isolation.ts';
import { isRegistered, type MessageOverrides, type Messages, messagesFor, onMessagesRegistered } from './messages.ts';
import { directionOf, languageOf, watchLanguage } from './page-language.ts';

/** An element that can be localised: `messages` are wordings for this element alone. */
export interface LocalizedHost extends ReactiveControllerHost, HTMLElement {
  messages?: MessageOverrides | undefined;
}

/** What words are in where the page's language has none of its own: with dates that no country reads amiss. */
const FALLBACK = 'en-GB';

/**
 * The language of an element. The page's is the element's own `lang`, else the workspace's `locale`, else the nearest
 * ancestor's `lang`, else English; the direction is the nearest `dir`, else that language's own. Words are in the page's
 * language where its strings are registered, else in English; dates, numbers and lists are in the language of the words.
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

  /** The language of the words shown: a BCP 47 tag that Intl understands. */
  get locale(): string {
    const locale = this.#pageLocale;
    return /^en\b/i.test(locale) || isRegistered(locale) ? locale : FALLBACK;
  }

  get direction(): 'ltr' | 'rtl' {
    return this.#page.dir ?? directionOfLanguage(this.#pageLocale);
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
    return orderedMessages(this.#messages, { words: directionOfLanguage(locale), page: this.direction });
  }

  /** Date formats of the words' language, with the page's weeks. */
  get dates(): DateFormats {
    return dateFormats(this.locale, { locale: this.#pageLocale, direction: this.direction });
  }

  get #pageLocale(): string {
    return (
      usable(this.#host.getAttribute('lang')) ?? usable(this.#settings().locale) ?? usable(this.#page.lang) ?? 'en'
    );
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

const tags = new Map<string, string | null>();

/** The tag where Intl takes it (`lang="en_US"` and other slips of a page must not break an element), else null. */
function usable(tag: string | null | undefined): string | null {
  if (!tag) return null;
  let known = tags.get(tag);
  if (known === undefined) tags.set(tag, (known = canonical(tag)));
  return known;
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
