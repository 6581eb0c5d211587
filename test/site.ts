// A page's home for a test: files of the tree served on loopback, each answer with the headers the test asks for.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The root of the tree, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface Site {
  /** Such as `http://127.0.0.1:40123`. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves files on loopback.
 * @param pages answers by path; anything else is a file below `folder`
 */
export async function serveSite(
  folder: string,
  pages: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Site> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    const page = pages[path];
    const body = page === undefined ? readFile(`${folder}${decodeURIComponent(path)}`) : Promise.resolve(page);
    body.then(
      (contents) => {
        const type = page === undefined ? TYPES[extname(path)] : TYPES[extname(path) || '.html'];
        response.writeHead(200, { 'content-type': type ?? 'application/octet-stream', ...headers }).end(contents);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the site has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
