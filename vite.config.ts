// One build for all: an environment per package (each module of src stays a module of dist, nothing bundled in), and
// the CDN files for a <script> tag.
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type EnvironmentOptions, type Rolldown } from 'vite';

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
        output: { preserveModules: true, preserveModulesRoot: `${folder}/src`, entryFileNames: '[name].js' },
      },
    },
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

const environmentOf = (name: string) => name.replaceAll(/[^a-z]/g, '_');

export default defineConfig({
  root,
  logLevel: 'warn',
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
