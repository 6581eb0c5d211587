// Where the system's own browsers are. Node built-ins only: the set-up runs this before anything is installed.
import { existsSync } from 'node:fs';

/** What is known of each browser: the variable that names its binary, the usual places, the Debian packages. */
export const BROWSERS = {
  chromium: {
    variable: 'CHROME_PATH',
    places: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    packages: ['chromium'],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    places: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    packages: ['firefox-esr'],
  },
};

/**
 * The path of a browser's binary, or undefined where none is found.
 * @param {'chromium' | 'firefox'} name
 * @returns {string | undefined}
 */
export function browserPath(name) {
  const { variable, places } = BROWSERS[name];
  return process.env[variable] ?? places.find((place) => existsSync(place));
}

/** Flags for Chromium in tests: it runs as root too, asks nothing of any network, and shows the same colours everywhere. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--lang=en-GB',
];
