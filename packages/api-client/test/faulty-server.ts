// A real HTTP server whose every answer a test decides, and which remembers what it was asked.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PROBLEM_BASE, PROBLEM_STATUS, type ProblemCode } from '@followthrough/core/schema';

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: unknown;
}

/** Answers one request; the last one given answers all that follow. */
export type Answer = (response: ServerResponse, asked: Asked) => void;

export interface FaultyServer {
  url: string;
  /** Every request, in order. */
  asked: Asked[];
  answers(...answers: Answer[]): void;
  close(): Promise<void>;
}

export async function faultyServer(...first: Answer[]): Promise<FaultyServer> {
  let queue = first;
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const text = Buffer.concat(chunks).toString();
      const record: Asked = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: text === '' ? undefined : JSON.parse(text),
      };
      asked.push(record);
      const answer = queue.length > 1 ? queue.shift() : queue[0];
      if (!answer) throw new Error('The test gave no answer.');
      answer(response, record);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    answers(...answers) {
      queue = answers;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function json(body: unknown, { status = 200, headers = {} } = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

export function problem(code: ProblemCode, fields: object = {}, headers: Record<string, string> = {}): Answer {
  const status = PROBLEM_STATUS[code];
  return json({ type: PROBLEM_BASE + code, title: code, status, ...fields }, { status, headers });
}

export function html(status: number, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers });
    response.end('<!doctype html><title>Proxy</title>');
  };
}

/** A file, in pieces. */
export function file(mediaType: string, pieces: readonly string[], headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(200, { 'content-type': mediaType, ...headers });
    const send = (at: number): void => {
      const piece = pieces[at];
      if (piece === undefined) response.end();
      else response.write(piece, () => setImmediate(send, at + 1));
    };
    send(0);
  };
}

/** 204, or another status without a body. */
export function empty(status = 204, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, headers);
    response.end();
  };
}

/** The connection ends before any answer. */
export const hangUp: Answer = (response) => {
  response.socket?.destroy();
};

/** The connection ends within the body. */
export const cutShort: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"items":[');
  setTimeout(() => response.socket?.destroy(), 10);
};

/** The head comes, the body never ends. */
export const stalledBody: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"items":[');
};

/** Nothing comes. */
export const silence: Answer = () => undefined;
