// One build for all: an environment per package (each module of src stays a module of dist, nothing bundled in), and
// the CDN files for a <script> tag.
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform } from 'lightningcss';
import { defineConfig, type EnvironmentOptions, type Plugin, type Rolldown } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const cdnFolder = `${root}packages/elements/cdn`;
const packages = ['core', 'api-client', 'elements'] as const;
/** CDN files: name → its entry in packages/elements/src, and whether what is opened on demand lies in files beside it. */
const cdnFiles: Readonly<Record<string, CdnFile>> = {
  followthrough: { entry: 'cdn.ts', split: false },
  'actions-widget': { entry: 'cdn-widget.ts', split: true },
};

/** The packages' sources are bundled, so nothing is built before. Each environment is told by itself. */
const conditions = ['@followthrough/source', 'module', 'browser', 'production'];

interface CdnFile {
  entry: string;
  split: boolean;
}

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
      lib: {
        formats: ['es'],
        entry: Object.fromEntries(files.map((file) => [file.slice(0, -3), `${folder}/src/${file}`])),
      },
      rolldownOptions: {
        external: (id) => dependencies.some((dependency) => id === dependency || id.startsWith(`${dependency}/`)),
        output: { entryFileNames: '[name].js' },
      },
    },
  };
}

/**
 * Each module is made of its own source and nothing else: `export *` stays one. A bundler that put them together first
 * would write out what each name comes from, and a host page's own bundler could leave out less.
 */
function eachAlone(): Plugin {
  return {
    name: 'each-alone',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => packages.some((one) => environmentOf(one) === name),
    resolveId: (source, importer) =>
      importer !== undefined && source.startsWith('.') ? { id: source.replace(/\.ts$/, '.js'), external: true } : null,
  };
}

function cdn(name: string, { entry, split }: CdnFile): EnvironmentOptions {
  return {
    consumer: 'client',
    resolve: { conditions },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: cdnFolder,
      emptyOutDir: false,
      target: 'es2022',
      minify: true,
      sourcemap: true,
      lib: {
        formats: ['es'],
        entry: `${root}packages/elements/src/${entry}`,
        fileName: () => (split ? `${name}/main-[hash].js` : `${name}.js`),
      },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: { minify: true, codeSplitting: split, chunkFileNames: `${name}/[name]-[hash].js` },
        plugins: split ? [front(`${name}.js`)] : [],
      },
    },
  };
}

/**
 * The file that pages name, in front of the ones with a hash. What comes on demand imports only those: a page may put
 * anything behind the name it uses (`?v=2`) and yet has everything once.
 */
function front(fileName: string): Rolldown.Plugin {
  return {
    name: 'front',
    generateBundle(_, bundle) {
      const main = Object.values(bundle).find((output) => output.type === 'chunk' && output.isEntry);
      if (main?.type !== 'chunk' || main.facadeModuleId === null) throw new Error(`${fileName} has no entry.`);
      const names = this.getModuleInfo(main.facadeModuleId)?.exports ?? [];
      // Named here too, so that all of the first load is asked for at once.
      const imports = main.imports.map((path) => `import"./${path}";`);
      const source = `${imports.join('')}export{${names.join(',')}}from"./${main.fileName}";\n`;
      this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

/** Style sheets in templates without anything put in: no bundler of a host page looks inside them. */
const STYLES = /\bcss`([^`$\\]*)`/g;

/** Makes the style sheets small, in the packages and in the CDN files alike. */
function smallStyles(): Plugin {
  return {
    name: 'small-styles',
    transform: {
      filter: { id: /packages\/elements\/src\/.*\.ts$/, code: STYLES },
      handler(code, id) {
        const small = code.replace(STYLES, (template, sheet: string) => {
          const { code: bytes } = transform({ filename: id, code: Buffer.from(sheet), minify: true });
          // As many lines as before, so that every other line keeps its place in the source map.
          return `css\`${bytes.toString()}\`${'\n'.repeat(template.split('\n').length - 1)}`;
        });
        return { code: small, map: null };
      },
    },
  };
}

const environmentOf = (name: string) => name.replaceAll(/[^a-z]/g, '_');

export default defineConfig({
  root,
  logLevel: 'warn',
  plugins: [eachAlone(), smallStyles()],
  environments: {
    ...Object.fromEntries(packages.map((name) => [environmentOf(name), library(name)])),
    ...Object.fromEntries(
      Object.entries(cdnFiles).map(([name, file]) => [`cdn_${environmentOf(name)}`, cdn(name, file)]),
    ),
  },
  builder: {
    /** BUILD=cdn builds only the CDN files, which is all that the demo needs. */
    async buildApp(builder) {
      // Names with a hash in them are never written over.
      rmSync(cdnFolder, { recursive: true, force: true });
      for (const [name, environment] of Object.entries(builder.environments)) {
        if (name === 'client' || name === 'ssr') continue;
        if (process.env.BUILD === 'cdn' && !name.startsWith('cdn')) continue;
        await builder.build(environment);
      }
    },
  },
});
