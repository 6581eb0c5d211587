// Every module can be imported in Node, where there is no DOM, and every tag renders on a server.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../src/', import.meta.url));

test('every module can be imported with no DOM', async () => {
  const modules = globSync('**/*.ts', { cwd: source }).filter((file) => !file.startsWith('cdn'));
  assert.ok(modules.length > 40, `only ${modules.length} modules found`);
  assert.equal('document' in globalThis, false);
  for (const file of modules) await import(`${source}${file}`);
});

test('the version is that of the package', async () => {
  const { version } = await import('../../src/version.ts');
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  assert.equal(version, manifest.version);
});

for (const tag of [
  'action-workspace',
  'actions-dashboard',
  'actions-widget',
  'action-list',
  'meeting-actions',
  'engagement-list',
  'engagement-timeline',
]) {
  test(`<${tag}> renders on a server`, async () => {
    const { render } = await import('@lit-labs/ssr');
    const { collectResult } = await import('@lit-labs/ssr/lib/render-result.js');
    const { html, unsafeStatic } = await import('lit/static-html.js');
    await import(`../../src/${tag}/define.ts`);
    const name = unsafeStatic(tag);
    const markup = await collectResult(render(html`<${name}></${name}>`));
    assert.match(markup, new RegExp(`<${tag}[^>]*><template shadowroot`));
    assert.match(markup, tag === 'action-workspace' ? /<slot/ : /<section|<div/);
  });
}
