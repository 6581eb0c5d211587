// Set-up for a fresh clone: `npm start` and `npm test` run this first (prestart, pretest), with the browsers they need
// as arguments. Node built-ins only: nothing may be installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BROWSERS, browserPath } from './browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

function run(command, args) {
  console.log(`> ${command} ${args.join(' ')}`);
  const environment = { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1', DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', env: environment }).status === 0;
}

// 1. Dependencies, as the lock file says; again only when the lock file changed.
const stamp = `${root}node_modules/.ensured`;
const lock = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) {
    console.error('The dependencies could not be installed: `npm ci` failed, its message stands above.');
    process.exit(1);
  }
  mkdirSync(`${root}node_modules`, { recursive: true });
  writeFileSync(stamp, lock);
}

// 2. A Node that runs TypeScript and the current tools: the one among the dependencies, or the person's own.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (!existsSync(`${root}node_modules/.bin/node`) && (major < 22 || (major === 22 && minor < 19))) {
  console.error(
    `Followthrough needs Node 22.19 or newer; this is ${process.versions.node}. Install it from nodejs.org.`,
  );
  process.exit(1);
}

// 3. Browsers: the system's own; installed with apt where that is possible.
const missing = process.argv.slice(2).filter((name) => !browserPath(name));
if (missing.length > 0) {
  const packages = missing.flatMap((name) => BROWSERS[name].packages);
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const installed =
    canInstall &&
    run('apt-get', ['update', '-qq']) &&
    run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '-qq', '--no-install-recommends', ...packages]);
  if (!installed) {
    const variables = missing.map((name) => BROWSERS[name].variable).join(', ');
    console.error(
      `The tests need ${missing.join(' and ')}. Install it (Debian: sudo apt-get install ${packages.join(' ')}), or name its binary in ${variables}.`,
    );
    process.exit(1);
  }
}
