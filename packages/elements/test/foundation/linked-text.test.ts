// Plain text with http, https and mailto links, and nothing else (rulebook §2).
import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { hrefOf, linkedText, runsOf } from '../../src/parts/linked-text.ts';

function linksIn(text: string): string[] {
  return runsOf(text).flatMap(({ href }) => href ?? []);
}

describe('text with addresses', () => {
  const table: [text: string, links: string[]][] = [
    ['See https://a.example/x.', ['https://a.example/x']],
    ['(http://a.example/b)', ['http://a.example/b']],
    ['https://en.example/wiki/A_(b) it is', ['https://en.example/wiki/A_(b)']],
    ['write to mailto:ana@a.example, please', ['mailto:ana@a.example']],
    ['two: https://a.example https://b.example', ['https://a.example/', 'https://b.example/']],
    ['javascript:alert(1)', []],
    ['data:text/html,<b>', []],
    ['ftp://a.example', []],
    ['a.example is no address', []],
    ['https://', []],
  ];
  for (const [text, links] of table) {
    it(`${JSON.stringify(text)} leads to ${links.length === 0 ? 'nothing' : links.join(' and ')}`, () => {
      expect(linksIn(text)).to.deep.equal(links);
    });
  }

  it('loses no character of what was written', () => {
    for (const [text] of table)
      expect(
        runsOf(text)
          .map((run) => run.text)
          .join(''),
      ).to.equal(text);
  });

  it('shows markup as the text it is', () => {
    const box = document.createElement('div');
    render(html`${linkedText('<img src=x onerror=alert(1)> https://a.example/"onclick="x')}`, box);
    expect(box.querySelector('img')).to.equal(null);
    expect(box.textContent).to.contain('<img src=x onerror=alert(1)>');
    const link = box.querySelector('a')!;
    expect([link.rel, link.target, link.getAttribute('onclick')]).to.deep.equal([
      'noopener noreferrer',
      '_blank',
      null,
    ]);
  });

  it('allows no address that runs', () => {
    for (const address of [
      'javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      'vbscript:x',
      'blob:https://a.example/1',
      'file:///etc',
    ]) {
      expect(hrefOf(address), address).to.equal(null);
    }
  });
});
