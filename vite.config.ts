// One build for all: an environment per package (each module of src stays a module of dist, nothing bundled in), and
// the one-file builds for a <script> tag.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type EnvironmentOptions } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const packages = ['core', 'api-client', 'elements'] as const;
/** CDN files: name → entry in packages/elements/src. */
const cdnFiles = { 'cdn/followthrough': 'cdn.ts', 'cdn/actions-widget': 'cdn-widget.ts' };

/** The packages' sources are bundled, so nothing is built before. Each environment is told by itself. */
const conditions = ['@followthrough/source', 'module', 'browser', 'production'];

interface Manifest {
  dependencies?: Record<string, string>;
}

function library(name: string): EnvironmentOptions {
  const folder = `${root}packages/${name}`;
  const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Manifest;
  const dependencies = Object.keys(manifest.dependencies ?? {});
  const files = readdirSync(`${folder}/src`, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('cdn'),
  );
  return {
    consumer: 'client',
    resolve: { conditions },
    build: {
      outDir: `${folder}/dist`,
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      sourcemap: true,
      lib: { formats: ['es'], entry: Object.fromEntries(files.map((file) => [file.slice(0, -3), `${folder}/src/${file}`])) },
      rolldownOptions: {
        external: (id) => dependencies.some((dependency) => id === dependency || id.startsWith(`${dependency}/`)),
        output: { preserveModules: true, preserveModulesRoot: `${folder}/src`, entryFileNames: '[name].js' },
      },
    },
  };
}

function cdn(file: string, entry: string): EnvironmentOptions {
  return {
    consumer: 'client',
    resolve: { conditions },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: `${root}packages/elements`,
      emptyOutDir: false,
      target: 'es2022',
      minify: true,
      sourcemap: true,
      lib: { formats: ['es'], entry: `${root}packages/elements/src/${entry}`, fileName: () => `${file}.js` },
      rolldownOptions: { output: { minify: true, codeSplitting: false } },
    },
  };
}

const environmentOf = (name: string) => name.replaceAll(/[^a-z]/g, '_');

export default defineConfig({
  root,
  logLevel: 'warn',
  environments: {
    ...Object.fromEntries(packages.map((name) => [environmentOf(name), library(name)])),
    ...Object.fromEntries(Object.entries(cdnFiles).map(([file, entry]) => [environmentOf(file), cdn(file, entry)])),
  },
  builder: {
    /** BUILD=cdn builds only the one-file builds, which is all that the demo needs. */
    async buildApp(builder) {
      for (const [name, environment] of Object.entries(builder.environments)) {
        if (name === 'client' || name === 'ssr') continue;
        if (process.env.BUILD === 'cdn' && !name.startsWith('cdn')) continue;
        await builder.build(environment);
      }
    },
  },
});
