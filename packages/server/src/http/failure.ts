// Whatever goes wrong is one BackendError by the time it is answered: a refusal as it is, a database that cannot be
// reached as `unavailable`, and anything else as `internal`, of which the caller is told nothing more.
import { BackendError } from '@followthrough/core/backend';

/** Codes of Node and PostgreSQL for a database that is away, going down, full, too slow or too busy: try again later. */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57014',
  '25P03',
  '40001',
  '40P01',
]);
const AWAY_CLASSES = ['08', '53', '57P'];
/** What pg says, without a code, of connections that end or never begin. */
const AWAY_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|PGlite is closed|driver has already been destroyed/;

const RETRY_AFTER_MS = 2000;

/** The failure that a caller is told of. */
export function failureOf(error: unknown): BackendError {
  // What a caller is refused for is no outage, whatever it comes from: a body that breaks off ends with a connection too.
  const isRefusal = error instanceof BackendError && error.code !== 'internal' && error.code !== 'unavailable';
  if (isRefusal) return error;
  const away = causesOf(error).some(isAway);
  if (away) return new BackendError('unavailable', { retryAfter: RETRY_AFTER_MS, cause: error });
  if (!(error instanceof BackendError)) return new BackendError('internal', { cause: error });
  if (error.code === 'unavailable' && error.retryAfter === undefined) {
    return new BackendError('unavailable', { retryAfter: RETRY_AFTER_MS, cause: error });
  }
  return error;
}

function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let cause = error; cause instanceof Error && causes.length < 8; cause = cause.cause) {
    causes.push(cause);
    if (cause instanceof AggregateError) causes.push(...cause.errors.filter((inner) => inner instanceof Error));
  }
  return causes;
}

function isAway(error: Error): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return AWAY.has(code) || AWAY_CLASSES.some((start) => code.startsWith(start)) || AWAY_MESSAGES.test(error.message);
}
