// A fetch handler on a port, stopped with grace: no new connection, what is under way is finished within ten seconds,
// then what it rests on is closed.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, RequestError } from '@hono/node-server';
import { isExpectedFailure } from './expected-failure.ts';
import { ofNamedHosts, tellUnread, unreadReply } from './http/unread.ts';

export interface ServeOptions {
  fetch: (request: Request) => Response | Promise<Response>;
  /** 0 for any that is free. */
  port: number;
  /** The address to listen on; this machine alone by default. */
  host?: string;
  /** Called once the last request is answered: closes databases and lets go of folders. */
  onStopped?: () => Promise<void>;
}

/** A server that listens. */
export interface RunningServer {
  /** Where it can be reached, such as `http://localhost:4400`. */
  url: string;
  /** Stops it; resolves when all is closed. Safe to call twice. */
  stop(): Promise<void>;
}

/** The port is taken or not ours to take, or the address is another machine's. */
export class PortUnavailable extends Error {
  override readonly name = 'PortUnavailable';
}

const PATIENCE_MS = 10_000;

/**
 * Listens.
 * @throws PortUnavailable where the port is in use or not permitted
 */
export async function startServer({
  fetch,
  port,
  host = '127.0.0.1',
  onStopped,
}: ServeOptions): Promise<RunningServer> {
  const listener = getRequestListener(fetch, {
    overrideGlobalObjects: false,
    hostname: 'localhost',
    errorHandler: (error) => (error instanceof RequestError ? unreadReply() : new Response(null, { status: 500 })),
  });
  // A slow sender may not hold a connection for long.
  const limits = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5000 };
  const server = createServer(
    { ...limits, requireHostHeader: false },
    ofNamedHosts((request, response) => void listener(request, response)),
  );
  tellUnread(server);
  await listen(server, port, host);
  const { port: actual } = server.address() as AddressInfo;
  let stopped: Promise<void> | null = null;
  return {
    url: `http://localhost:${actual}`,
    stop: () => (stopped ??= stop(server).finally(() => onStopped?.())),
  };
}

/**
 * Runs a server as a process: says when it is ready, stops it on the signals that ask a process to end (a second one ends
 * it at once), and says in a word why it could not start.
 * @param start starts the server
 */
export async function runServer(start: () => Promise<RunningServer>): Promise<void> {
  let server: RunningServer;
  try {
    server = await start();
  } catch (error) {
    console.error(error instanceof PortUnavailable || isExpectedFailure(error) ? error.message : error);
    process.exitCode = 1;
    return;
  }
  let asked = false;
  const end = () => {
    if (asked) process.exit(1);
    asked = true;
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  console.log(`Followthrough is ready: ${server.url}`);
}

const notPort = (why: string) => (port: number) => `Port ${port} ${why}. Choose another by PORT, such as PORT=4401.`;
const notHost = (_: number, host: string) =>
  `HOST ${host} is no address of this machine: 127.0.0.1 is, and 0.0.0.0 all.`;
const WHY_NOT: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: notPort('is in use'),
  EACCES: notPort('is not permitted'),
  EADDRNOTAVAIL: notHost,
  ENOTFOUND: notHost,
  EAI_AGAIN: notHost,
};

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = WHY_NOT[error.code ?? '']?.(port, host);
      reject(why === undefined ? error : new PortUnavailable(why, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // Connections kept alive between requests would hold it open: they end as soon as they are idle.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
