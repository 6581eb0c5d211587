// Which modules are there when one is imported on demand: told by the build to bundlers, so that they cut less.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Imports, loadedBefore } from '../scripts/loaded-before.ts';

/** `from: at once … ~ on demand …` for each module. */
function graph(...lines: string[]): Map<string, Imports> {
  return new Map(
    lines.map((line) => {
      const [name = '', imports = ''] = line.split(':');
      const words = (text = '') => text.split(' ').filter(Boolean);
      const [atOnce, onDemand] = imports.split('~');
      return [name, { static: words(atOnce), dynamic: words(onDemand) }];
    }),
  );
}

const before = (modules: Map<string, Imports>, ...entries: string[]) =>
  Object.fromEntries(loadedBefore(modules, new Set(entries)));

describe('what is loaded before a module that is imported on demand', () => {
  it('is what asks for it, which stands for all that it imports', () => {
    const modules = graph('list: lit rows', 'rows: lit ~ tools', 'tools: lit', 'lit:');
    assert.deepEqual(before(modules, 'list'), { tools: ['list'] });
  });

  it('is what was loaded before that too', () => {
    const modules = graph('list: lit ~ rows', 'rows: lit ~ tools', 'tools: lit', 'lit:');
    assert.deepEqual(before(modules, 'list'), { rows: ['list'], tools: ['list', 'rows'] });
  });

  it('is no more than what every way to it has in common', () => {
    const modules = graph('list: lit styles ~ dialog', 'widget: lit ~ dialog', 'dialog: lit', 'lit:', 'styles:');
    assert.deepEqual(before(modules, 'list', 'widget'), { dialog: ['lit'] });
  });

  it('counts an import at once as a way', () => {
    const modules = graph('list: lit ~ group', 'board: group', 'group:', 'lit:');
    assert.deepEqual(before(modules, 'list', 'board'), { group: [] });
  });

  it('is nothing for what a page may begin with, though another asks for it on demand', () => {
    const modules = graph('auto: ~ list', 'list: lit', 'lit:');
    assert.deepEqual(before(modules, 'auto', 'list'), {});
  });

  it('holds where two ask for each other', () => {
    const modules = graph('list: lit ~ a', 'a: ~ b', 'b: ~ a', 'lit:');
    assert.deepEqual(before(modules, 'list'), { a: ['list'], b: ['list', 'a'] });
  });

  it('never names what would bring the module itself', () => {
    const modules = graph('list: rows lit', 'rows: cells ~ cells', 'cells:', 'lit:');
    assert.deepEqual(before(modules, 'list'), { cells: ['lit'] });
  });
});
