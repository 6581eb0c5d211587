// The token a host hands us (api.md R-T-1): kept in memory only, asked for once however many calls wait for it, renewed
// at 80 % of its life and when the backend refuses it. A token of somebody else ends what was begun for the one before.
import { BackendError } from '@followthrough/core/backend';
import type { Timing } from './retry.ts';
import { settled } from './settled.ts';

/** Why a token is asked for: there is none yet, it soon ends, or the backend refused it. */
export type TokenReason = 'first' | 'expiring' | 'rejected';

export interface TokenRequest {
  reason: TokenReason;
  /** Aborted when nobody waits for the token any more, or it took too long. */
  signal: AbortSignal;
}

/**
 * A token and when it ends: an instant (RFC 3339) or epoch milliseconds. A JWT's own claims go before it: they tell how
 * long it lives on whatever clock.
 */
export interface TokenAnswer {
  token: string;
  expiresAt?: string | number | undefined;
}

/**
 * Asks the host's own backend for a token. Where it rejects, nothing is sent and the call fails with an error that may
 * pass, so that changes wait: `network` where the host could not be reached, else `token-missing`, which a page tells as a
 * session that has ended. A BackendError that may pass is told as it is.
 */
export type GetToken = (request: TokenRequest) => Promise<string | TokenAnswer>;

/** Whose token it is: person and workspace. */
export interface Identity {
  subject: string;
  tenant: string | null;
}

/** A token in use. */
export interface Token {
  readonly value: string;
  /** Grows with each change of person or workspace; what was begun in another era must not go on in this one. */
  readonly era: number;
}

export interface TokenKeeper {
  /**
   * A token that is good to send. `rejected` is the one that the backend refused: another is asked for, unless another
   * call did so already.
   */
  token(options: { rejected?: Token | undefined; signal?: AbortSignal | undefined }): Promise<Token>;
  /**
   * Asks for a token at once, where there was one: whoever gives them may give somebody else's now, who is recognised as
   * with any other. Gives whether the token says whose it is, or is the one that there was.
   */
  check(): Promise<boolean>;
  /** The era of the token now in use. */
  readonly era: number;
  /** Forgets the token. */
  forget(): void;
}

export interface TokenKeeperOptions {
  getToken: GetToken;
  /** Called before the first token of somebody else is used, to wipe what was shown and kept for the one before. */
  onIdentityChange?: ((to: Identity, from: Identity) => void | Promise<void>) | undefined;
  /** Milliseconds that `getToken` may take. */
  timeout: number;
  timing: Timing;
}

interface HeldToken extends Token {
  /** Epoch milliseconds; infinite where nothing is known. */
  renewAt: number;
  expiresAt: number;
}

/** The part of a token's life after which it is renewed. */
const RENEWAL = 0.8;
/** How long a token is used at least, new or one that could not be renewed, before another is asked for; in milliseconds. */
const RENEWAL_PAUSE = 10_000;

export function createTokenKeeper({ getToken, onIdentityChange, timeout, timing }: TokenKeeperOptions): TokenKeeper {
  let held: HeldToken | null = null;
  let identity: Identity | null = null;
  let era = 0;
  let renewal: Renewal | null = null;

  return {
    get era() {
      return era;
    },
    forget() {
      held = null;
      identity = null;
    },
    async check() {
      // What is being asked for was asked of the one before.
      await renewal?.join(undefined).catch(() => undefined);
      const before = held;
      if (!before) return true;
      // Where it cannot be had now, the next call asks first.
      before.renewAt = 0;
      renewal ??= startRenewal('expiring');
      const { value } = await renewal.join(undefined);
      return value === before.value || [before.value, value].every((token) => typeof claimsOf(token).sub === 'string');
    },
    async token({ rejected, signal }) {
      signal?.throwIfAborted();
      const refused = rejected !== undefined && held?.value === rejected.value;
      if (held && !refused && timing.now() < held.renewAt) return held;
      const reason: TokenReason = refused ? 'rejected' : held ? 'expiring' : 'first';
      renewal ??= startRenewal(reason);
      try {
        return await renewal.join(signal);
      } catch (error) {
        signal?.throwIfAborted();
        // One that could not be renewed in time serves to its end.
        if (!held || refused || timing.now() >= held.expiresAt) throw error;
        held.renewAt = Math.min(held.expiresAt, timing.now() + RENEWAL_PAUSE);
        return held;
      }
    },
  };

  function startRenewal(reason: TokenReason): Renewal {
    const over = (): void => {
      if (renewal === begun) renewal = null;
    };
    const begun = shared(async (signal) => {
      held = await take(reason, signal);
      return held;
    }, over);
    return begun;
  }

  async function take(reason: TokenReason, abandoned: AbortSignal): Promise<HeldToken> {
    const signal = AbortSignal.any([abandoned, AbortSignal.timeout(timeout)]);
    const answer = await settled(
      started(() => getToken({ reason, signal })),
      signal,
    ).catch((cause: unknown) => {
      throw noToken(cause);
    });
    const { token, expiresAt } = typeof answer === 'string' ? { token: answer, expiresAt: undefined } : answer;
    if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) {
      throw new TypeError('getToken must resolve to a token: a string without spaces, or { token, expiresAt }.');
    }
    const claims = claimsOf(token);
    await recognise(claims);
    return { value: token, era, ...lifeOf(claims, expiresAt, timing.now()) };
  }

  async function recognise({ sub, tid }: Claims): Promise<void> {
    if (typeof sub !== 'string') return;
    const found: Identity = { subject: sub, tenant: typeof tid === 'string' ? tid : null };
    const before = identity;
    if (before && (before.subject !== found.subject || before.tenant !== found.tenant)) {
      era++;
      held = null;
      // Until this has gone well, the one before counts as the last known: a wipe that failed is tried again.
      await onIdentityChange?.(found, before);
    }
    identity = found;
  }
}

/** Why the host gave none. It says nothing of the call, which was not sent: the same may go through later. */
function noToken(cause: unknown): BackendError {
  if (cause instanceof BackendError && cause.transient) return cause;
  const code = cause instanceof Error && isOutOfReach(cause) ? 'network' : 'token-missing';
  return new BackendError(code, { detail: 'The host gave no token.', cause });
}

// What a browser's fetch rejects with is a TypeError, told from a fault in the host's own code by its words alone.
function isOutOfReach({ name, message }: Error): boolean {
  if (name === 'TypeError') return /fetch|load failed|network|connection/i.test(message);
  return name === 'TimeoutError' || name === 'NetworkError';
}

// ── what a token tells ──────────────────────────────────────────────────────────────────────────

interface Claims {
  sub?: unknown;
  tid?: unknown;
  iat?: unknown;
  exp?: unknown;
}

/** The claims of a JWT, not verified: that is the backend's part. Empty for a token of another make. */
function claimsOf(token: string): Claims {
  const payload = token.split('.')[1];
  if (payload === undefined) return {};
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? claims : {};
  } catch (error) {
    // An opaque token that has dots in it: nothing to read.
    if (error instanceof SyntaxError || error instanceof DOMException) return {};
    throw error;
  }
}

function lifeOf(
  { iat, exp }: Claims,
  told: string | number | undefined,
  now: number,
): Pick<HeldToken, 'renewAt' | 'expiresAt'> {
  const end = typeof told === 'string' ? Date.parse(told) : told;
  if (Number.isNaN(end)) throw new TypeError('expiresAt must be an instant (RFC 3339) or epoch milliseconds.');
  if (typeof iat === 'number' && typeof exp === 'number' && exp > iat) {
    const life = (exp - iat) * 1000;
    const age = now - iat * 1000;
    // New, and yet due by this clock: it disagrees with the issuer's, and life counts from now.
    return livingFrom(age >= 0 && age < RENEWAL * life ? now - age : now, life, now);
  }
  // Ended before it came: this clock is ahead of the one that it was told by, and nothing is known.
  if (end === undefined || end <= now) return { renewAt: Infinity, expiresAt: Infinity };
  return livingFrom(now, end - now, now);
}

/** Used for a while whatever the clocks say: one that was older, or ends sooner, meets its 401. */
function livingFrom(from: number, life: number, now: number): Pick<HeldToken, 'renewAt' | 'expiresAt'> {
  return { renewAt: Math.max(from + RENEWAL * life, now + RENEWAL_PAUSE), expiresAt: from + life };
}

// ── one renewal, many who wait ──────────────────────────────────────────────────────────────────

interface Renewal {
  join(signal: AbortSignal | undefined): Promise<Token>;
}

/**
 * Runs `work` once; whoever joins gets its outcome, and it is aborted when everyone who joined has left.
 * @param over called when nobody can join any more
 */
function shared(work: (signal: AbortSignal) => Promise<Token>, over: () => void): Renewal {
  const abandoned = new AbortController();
  const outcome = started(() => work(abandoned.signal)).finally(over);
  let waiting = 0;
  let done = false;
  return {
    async join(signal) {
      waiting++;
      try {
        const token = await (signal ? settled(outcome, signal) : outcome);
        done = true;
        return token;
      } finally {
        if (--waiting === 0 && !done) {
          over();
          abandoned.abort();
        }
      }
    },
  };
}

/** The promise of `work`, also where it throws at once. */
async function started<T>(work: () => Promise<T>): Promise<T> {
  return work();
}
