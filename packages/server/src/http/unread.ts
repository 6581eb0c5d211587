// What comes to a port and is no request that can be answered: too long a head, a host or an address that is none, a chunk that
// breaks off. It is told by a problem like everything else (api.md R-G-1), though no route ever sees it.
import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type RequestListener, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { BackendError } from '@followthrough/core/backend';
import { problemReply } from './problem.ts';
import { setStandingHeaders } from './standing-headers.ts';

/** The answer to what cannot be read as a request. */
export function unreadReply(
  detail = 'The request cannot be read as HTTP.',
  code: 'malformed' | 'too-large' = 'malformed',
) {
  const reply = problemReply(new BackendError(code, { detail }));
  setStandingHeaders(reply.headers, randomUUID());
  return reply;
}

/** Has a server tell by a problem what Node would refuse with an empty answer. */
export function tellUnread(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    void send(replyTo(error.code), socket);
  });
  server.on('checkExpectation', (_: IncomingMessage, response: ServerResponse) => {
    answer(response, unreadReply('Send the request without Expect, or with 100-continue.'));
  });
}

/** The listener, of requests that say whom they are for: those of HTTP/1.1 must, checks of a load balancer (1.0) need not. */
export function ofNamedHosts(listener: RequestListener): RequestListener {
  return (request, response) => {
    if (request.httpVersion !== '1.0' && request.headers.host === undefined)
      answer(response, unreadReply('Send the header Host.'));
    else listener(request, response);
  };
}

function answer(response: ServerResponse, reply: Response): void {
  void reply.text().then((body) => response.writeHead(reply.status, Object.fromEntries(reply.headers)).end(body));
}

function replyTo(code: string | undefined): Response {
  if (code === 'HPE_HEADER_OVERFLOW')
    return unreadReply('Address and headers have at most 16 KiB together.', 'too-large');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return unreadReply('The request did not end in time.');
  return unreadReply();
}

async function send(reply: Response, socket: Duplex): Promise<void> {
  const body = Buffer.from(await reply.text());
  const { status } = reply;
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    ...Array.from(reply.headers, ([name, value]) => `${name}: ${value}`),
    `Content-Length: ${body.length}`,
    'Connection: close',
  ];
  socket.end(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]));
}
