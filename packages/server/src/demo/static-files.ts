// The demo's pages and scripts, from folders. Only files that lie in them, by plain names.
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Answers with a file of one of the folders; null where none has it.
 * @param folders the folder that each path begins with stands for: `{ '/': 'demo/pages', '/cdn/': 'packages/elements/cdn' }`
 */
export async function staticReply(
  request: Request,
  folders: Readonly<Record<string, string>>,
): Promise<Response | null> {
  const name = nameOf(request);
  if (name === null) return null;
  // The longest beginning that fits is the one that is meant.
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
  for (const prefix of prefixes) {
    if (!name.startsWith(prefix)) continue;
    const path = await fileIn(folders[prefix] ?? '', name.slice(prefix.length));
    if (path === null) continue;
    return new Response(new Uint8Array(await readFile(path)), {
      headers: {
        'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
        'Cache-Control': 'no-cache',
        'X-Content-Type-Options': 'nosniff',
      },
    });
  }
  return null;
}

function nameOf(request: Request): string | null {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null;
  try {
    const name = decodeURIComponent(new URL(request.url).pathname);
    return /[\0\\]/.test(name) || name.split('/').some((part) => part.startsWith('.')) ? null : name;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

async function fileIn(folder: string, name: string): Promise<string | null> {
  try {
    const root = await realpath(folder);
    let path = await realpath(join(root, name));
    if ((await stat(path)).isDirectory()) path = await realpath(join(path, 'index.html'));
    // A link may lead out of the folder.
    return path.startsWith(root + sep) ? path : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
}
