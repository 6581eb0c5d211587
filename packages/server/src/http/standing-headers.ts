// What stands on every reply, whatever became of its request (api.md R-G-4).

/** @param requestId names the request, in the reply and in the log */
export function setStandingHeaders(headers: Headers, requestId: string): void {
  headers.set('Cache-Control', 'private, no-store');
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  headers.set('Vary', 'Origin, Authorization');
  headers.set('X-Request-Id', requestId);
}
