// Registering tags where a page loads two copies of the elements.
import { expect } from '@open-wc/testing';
import { defineElement } from '../../src/define-element.ts';
import { version } from '../../src/version.ts';

describe('defining an element', () => {
  let warnings: unknown[][];
  const { warn } = console;
  beforeEach(() => {
    warnings = [];
    console.warn = (...words: unknown[]) => warnings.push(words);
  });
  afterEach(() => {
    console.warn = warn;
  });

  it('twice with the same class is nothing', () => {
    class One extends HTMLElement {}
    defineElement('define-one', One);
    defineElement('define-one', One);
    expect(customElements.get('define-one')).to.equal(One);
    expect(warnings).to.deep.equal([]);
  });

  it('keeps the first of two copies and warns once, with both versions', () => {
    class First extends HTMLElement {
      static version = '9.9.9';
    }
    class Second extends HTMLElement {}
    defineElement('define-two', First);
    defineElement('define-two', Second);
    defineElement('define-two', Second);
    expect(customElements.get('define-two')).to.equal(First);
    expect(warnings).to.have.length(1);
    expect(String(warnings[0])).to.contain('9.9.9').and.contain(version);
  });

  it('puts one class under two tags', () => {
    class Twice extends HTMLElement {}
    defineElement('define-three', Twice);
    defineElement('acme-define-three', Twice);
    expect(document.createElement('acme-define-three')).to.be.instanceOf(Twice);
    defineElement('acme-define-three', Twice);
    expect(warnings).to.deep.equal([]);
  });

  it('tells the page which version holds which tag', () => {
    class Told extends HTMLElement {}
    defineElement('define-four', Told);
    const versions = (globalThis as Record<symbol, unknown>)[Symbol.for('followthrough/versions')] as Map<
      string,
      string
    >;
    expect(versions.get('define-four')).to.equal(version);
  });
});
