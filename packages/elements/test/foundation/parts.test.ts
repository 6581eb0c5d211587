// Small parts: avatars, statuses, names of places.
import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { avatar, hueOf, initialsOf } from '../../src/parts/avatar.ts';
import { statusIcon, statusLabel } from '../../src/parts/status-icon.ts';
import { en } from '../../src/localize/en.ts';
import { placeName } from '../../src/place-name.ts';
import type { Action, ActionStatus } from '@followthrough/core/schema';

describe('the name of a place', () => {
  it('of a kind that came later is told as it is', () => {
    const directory = { me: 'ana', people: new Map<string, never>(), relationships: new Map<string, never>() };
    const context = { type: 'deal', dealId: 'd' } as unknown as Action['context'];
    expect(placeName({ context }, directory, en)).to.equal('deal');
  });
});

describe('initials', () => {
  const table: [name: string, initials: string][] = [
    ['Ana Petrovic', 'AP'],
    ['Cher', 'C'],
    ['  Ludwig  van Beethoven ', 'LB'],
    ['山田 太郎', '山太'],
    ['(the) 3rd', 'T3'],
    ['élodie Ünal', 'ÉÜ'],
    ['—', ''],
  ];
  for (const [name, initials] of table) {
    it(`of ${JSON.stringify(name)} are ${JSON.stringify(initials)}`, () => {
      expect(initialsOf(name)).to.equal(initials);
    });
  }
});

describe('an avatar', () => {
  it('keeps its colour for one id', () => {
    expect(hueOf('ana-petrovic')).to.equal(hueOf('ana-petrovic'));
  });
  it('falls back to initials where the picture cannot be loaded', async () => {
    const box = document.createElement('div');
    document.body.append(box);
    render(avatar({ id: 'ana', name: 'Ana Petrovic', avatarUrl: 'data:image/png;base64,AAAA' }), box);
    const image = box.querySelector('img')!;
    image.loading = 'eager';
    await new Promise((done) => image.addEventListener('error', done));
    expect(image.hidden).to.equal(true);
    expect(box.textContent).to.contain('AP');
    box.remove();
  });
  it('is named only where no name stands beside it', () => {
    const box = document.createElement('div');
    render(html`${avatar({ id: 'a', name: 'Ana' })}${avatar({ id: 'a', name: 'Ana' }, 'Ana')}`, box);
    const [beside, alone] = box.querySelectorAll('.avatar');
    expect([beside!.getAttribute('aria-hidden'), beside!.getAttribute('role')]).to.deep.equal(['true', null]);
    expect([alone!.getAttribute('role'), alone!.getAttribute('aria-label')]).to.deep.equal(['img', 'Ana']);
  });
});

describe('a status', () => {
  it('has a shape of its own, so that colour is never alone', () => {
    const shapes = new Set<string>();
    for (const status of Object.keys(en.status) as ActionStatus[]) {
      const box = document.createElement('div');
      render(statusIcon(status), box);
      shapes.add(box.querySelector('svg')!.innerHTML.replaceAll(/<!--.*?-->/g, ''));
    }
    expect(shapes.size).to.equal(Object.keys(en.status).length);
  });
  it('says its word', () => {
    const box = document.createElement('div');
    render(statusLabel('doneLate', en.status), box);
    expect(box.textContent).to.contain('Done (late)');
  });
});
