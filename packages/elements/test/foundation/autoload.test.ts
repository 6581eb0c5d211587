// autoload: our tags only, when they appear.
import { aTimeout, expect } from '@open-wc/testing';
import { autoload } from '../../src/autoload.ts';
import { waitUntil } from '../parts/wait.ts';

describe('autoload', () => {
  it('defines a tag of ours when it appears, under a prefix too, and no other', async () => {
    const box = document.createElement('div');
    document.body.append(box);
    const end = autoload(document, 'acme-');
    box.innerHTML = '<acme-actions-widget></acme-actions-widget><acme-other-thing></acme-other-thing>';
    await waitUntil(() => customElements.get('acme-actions-widget'), 'defined');
    await aTimeout(20);
    expect(customElements.get('acme-other-thing')).to.equal(undefined);
    end();
    box.innerHTML = '<acme-action-workspace></acme-action-workspace>';
    await aTimeout(50);
    expect(customElements.get('acme-action-workspace')).to.equal(undefined);
    box.remove();
  });

  it('finds what stands on the page by itself', async () => {
    document.body.append(document.createElement('actions-widget'));
    await waitUntil(() => customElements.get('actions-widget'), 'defined');
    document.querySelector('actions-widget')!.remove();
  });
});
