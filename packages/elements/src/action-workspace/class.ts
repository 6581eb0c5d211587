// <action-workspace>: one workspace for the elements inside it. It has no look of its own.
import { ContextProvider } from '@lit/context';
import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import type { Backend, BackendError } from '@followthrough/core/backend';
import type { WorkspaceStore } from '@followthrough/core/stores';
import { type Density, workspaceContext, type WorkspaceSettings } from '../context.ts';
import { defineElement } from '../define-element.ts';
import { SessionExpired } from '../page-events.ts';
import type { MessageOverrides } from '../localize/messages.ts';
import { densities } from '../meaning.ts';
import { PageElement } from '../page-element.ts';
import { isSessionProblem } from '../problem-kind.ts';
import { StoreController } from '../store-controller.ts';
import type { TokenName } from '../styles/tokens.ts';
import { version } from '../version.ts';
import type { InitialData } from '../workspace-scope/initial-data.ts';
import { OwnWorkspace } from '../workspace-scope/own-workspace.ts';

/** Tokens by name, `--followthrough-` left out: `{ accent: '#0a7', radius: '2px' }`. */
export type Appearance = Partial<Record<TokenName, string>>;

/** How a server is reached. */
export interface Connection {
  baseUrl: string;
  /** Where the host page's own server gives a token for whoever is signed in. */
  tokenUrl?: string | undefined;
  /** Gives a token; called again when it has expired. */
  getToken?: (() => Promise<string>) | undefined;
  /** To be called before anything is asked in the name of somebody else. */
  onIdentityChange: () => void;
}

/** A backend that can be let go of, and that can look whose tokens it is given now. */
type Connected = Backend & {
  dispose?: () => void;
  /** Gives whether the token told whose it is; somebody else has been told of by then. */
  checkToken?: () => Promise<boolean>;
};

/** How long after one look at whose the tokens are the next one comes, in milliseconds. */
const PAUSE = 1_000;

/**
 * Provides a workspace (backend, viewer, language, appearance) to the elements inside it.
 *
 * @example
 * <action-workspace base-url="https://api.example.com/v1" token-url="/token">
 *   <actions-widget></actions-widget>
 * </action-workspace>
 *
 * @tag action-workspace
 * @slot - The page, with the elements somewhere in it.
 * @fires session-expired - The backend no longer knows who is asking; give a new `getToken`, or sign in again.
 */
export class ActionWorkspace extends PageElement {
  static readonly version = version;
  /** Makes a backend of `base-url` and `token-url` or `getToken`. The CDN files set it to the client; with a bundler set `backend`. */
  static connect: ((connection: Connection) => Connected) | undefined;
  static define(tag = 'action-workspace', registry?: CustomElementRegistry): void {
    defineElement(tag, this, registry);
  }
  static override styles = css`
    :host {
      display: contents;
    }
  `;
  static override properties = {
    backend: { attribute: false },
    initialData: { attribute: false },
    baseUrl: { attribute: 'base-url' },
    tokenUrl: { attribute: 'token-url' },
    getToken: { attribute: false },
    locale: {},
    density: { type: String, means: densities },
    appearance: { attribute: false },
    messages: { attribute: false },
    now: { attribute: false },
  };

  /** What the elements read from and write to. */
  declare backend: Backend | undefined;
  /** Plain data in place of a backend; or as JSON in a `<script type="application/json">` child. */
  declare initialData: InitialData | undefined;
  /** Where the server is, for a page with the CDN file. */
  declare baseUrl: string | undefined;
  /** Where the host's own server gives tokens, for a page with the CDN file. */
  declare tokenUrl: string | undefined;
  /**
   * Gives a token for whoever is signed in; called again when it has expired. Another function is asked at once: where its
   * token is of the same person, nothing is loaded anew, and nothing that waits, is chosen or was typed is lost.
   */
  declare getToken: (() => Promise<string>) | undefined;
  /** The language of the elements inside, in place of the page's `lang`. */
  declare locale: string | undefined;
  /** How much room rows take, where an element does not say. */
  declare density: Density | undefined;
  /** Tokens for the elements inside; what is left out stays as the page's CSS has it. */
  declare appearance: Appearance | undefined;
  /** Wordings of the host's own for the elements inside. */
  declare messages: MessageOverrides | undefined;
  /** A clock in place of the page's, in milliseconds since 1970-01-01T00:00Z: for demos and tests. */
  declare now: (() => number) | undefined;

  readonly #provider = new ContextProvider(this, { context: workspaceContext, initialValue: null });
  readonly #own = new OwnWorkspace(
    this,
    () => ({ backend: this.backend ?? this.#client, initialData: this.initialData, now: this.now }),
    () => this.requestUpdate(),
  );
  readonly #error = new StoreController(this, () => this.#own.store?.$error);
  readonly #failures = new StoreController(this, () => this.#own.store?.actions.$failures);
  #client: Connected | undefined;
  #provided: WorkspaceStore | undefined;
  #told: unknown;
  /** Whether a change waits for a token. */
  #waits = false;
  /** Whether somebody was told that nobody is signed in any more. */
  #expired = false;
  #looking = false;
  #lookAgain = false;

  /** The workspace that is provided, for a host's own views; undefined while there is none. */
  get store(): WorkspaceStore | undefined {
    return this.#own.store;
  }

  /**
   * Changes settings on the fly: `configure({ locale: 'de', appearance: { accent: '#0a7' } })`.
   * @returns resolves once the elements know
   */
  async configure(
    settings: Partial<Pick<ActionWorkspace, 'locale' | 'density' | 'appearance' | 'messages' | 'getToken'>>,
  ): Promise<void> {
    Object.assign(this, settings);
    await this.updateComplete;
  }

  /** Forgets who was signed in and all that was loaded. A new `backend` or `getToken` begins anew. */
  logout(): void {
    this.backend = undefined;
    this.initialData = undefined;
    this.getToken = undefined;
    this.tokenUrl = undefined;
    // At once: whoever signs in within the same task gets a client of their own.
    this.#client?.dispose?.();
    this.#client = undefined;
    this.requestUpdate();
  }

  constructor() {
    super();
    this.addEventListener('session-expired', () => (this.#expired = true));
    const failed = (event: Event & { error?: BackendError }) => {
      if (event.error && isSessionProblem(event.error)) this.#expired = true;
    };
    // About one element alone, it does not bubble.
    this.addEventListener('load-error', failed, { capture: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#own.connect();
    this.#provide();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#own.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('baseUrl') || changed.has('tokenUrl') || changed.has('getToken')) {
      const client = this.#client;
      const asksAnother =
        !changed.has('baseUrl') && !changed.has('tokenUrl') && changed.get('getToken') && this.getToken;
      if (client?.checkToken && asksAnother) void this.#look(client).catch(reportError);
      else this.#connect();
    }
    if (!this.isConnected) return;
    this.#own.look();
    this.#provide();
  }

  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    if (changed.has('appearance')) this.#dress(changed.get('appearance') ?? {}, this.appearance ?? {});
  }

  protected override updated(): void {
    const error = this.#error.value;
    if (error && error !== this.#told) {
      this.#told = error;
      if (isSessionProblem(error)) this.dispatchEvent(new SessionExpired());
    }
    // A change that waits for a token is no failure of its own: told once, until none waits for one any more.
    const waits = this.#failures.value?.some((failure) => isSessionProblem(failure.error)) ?? false;
    if (waits && !this.#waits) this.dispatchEvent(new SessionExpired());
    this.#waits = waits;
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #connect(): void {
    const { baseUrl, tokenUrl, getToken } = this;
    this.#client?.dispose?.();
    this.#client = undefined;
    // Without a way to a token there is nobody to ask as: it is set a moment later, or after signing in.
    if (baseUrl === undefined || (tokenUrl === undefined && getToken === undefined)) return;
    const { connect } = this.constructor as typeof ActionWorkspace;
    if (!connect) {
      throw new TypeError(
        'base-url needs a client: load the CDN file, or set ActionWorkspace.connect, or set the backend property.',
      );
    }
    // Another function is asked for the next token, of the same client.
    const ask = getToken && ((...request: Parameters<typeof getToken>) => (this.getToken ?? getToken)(...request));
    this.#client = connect({ baseUrl, tokenUrl, getToken: ask, onIdentityChange: () => this.#beginAnew() });
  }

  /**
   * Looks whose tokens are given now. A page may set another function each time that it draws itself: however many come
   * meanwhile, one token is asked for, and the next one a moment later.
   */
  async #look(client: Connected): Promise<void> {
    this.#lookAgain = true;
    if (this.#looking) return;
    this.#looking = true;
    while (this.#lookAgain && client === this.#client) {
      this.#lookAgain = false;
      // Where no token is to be had now, the next call asks for one.
      const isTold = await client.checkToken?.().catch(() => null);
      if (client !== this.#client) break;
      if (isTold === false) this.#beginAnew();
      if (isTold && this.#expired) this.#own.store?.wake();
      if (isTold) this.#expired = false;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    this.#looking = false;
    if (this.#lookAgain && this.#client) await this.#look(this.#client);
  }

  /** Somebody else is signed in: nothing of the one before stays on the page, from this moment on. */
  #beginAnew(): void {
    this.#own.reopen();
    this.#provide();
  }

  #provide(): void {
    const { store } = this.#own;
    const settings = this.#settings();
    const { value } = this.#provider;
    if (store === undefined) {
      if (value !== null) this.#provider.setValue(null);
    } else if (value?.store !== store || !isSame(value.settings, settings)) {
      this.#provider.setValue({ store, settings });
    }
    if (store === this.#provided) return;
    this.#provided = store;
    if (store?.$status.get() === 'idle') void store.load();
  }

  #settings(): WorkspaceSettings {
    const { locale, density, messages } = this;
    return { locale, density, messages };
  }

  /** Tokens as custom properties, through CSSOM: no style attribute's text that a policy could forbid. */
  #dress(before: Appearance, now: Appearance): void {
    for (const name of Object.keys(before)) this.style.removeProperty(`--followthrough-${name}`);
    for (const [name, value] of Object.entries(now)) this.style.setProperty(`--followthrough-${name}`, value);
  }
}

function isSame(one: WorkspaceSettings, other: WorkspaceSettings): boolean {
  return one.locale === other.locale && one.density === other.density && one.messages === other.messages;
}

declare global {
  interface HTMLElementTagNameMap {
    'action-workspace': ActionWorkspace;
  }
}
