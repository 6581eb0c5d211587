// What the server tells its operator: one line a request, and every fault of its own with the request's id. Never a
// token, a body or a query.

/** A log such as pino's. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** A log that keeps nothing. */
export const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
