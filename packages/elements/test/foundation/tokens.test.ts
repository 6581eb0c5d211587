// The default colours, measured in the browser: text 4.5:1 and control borders 3:1, in light and in dark.
import { expect } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { avatar, avatarStyles, hueOf } from '../../src/parts/avatar.ts';
import { foundation } from '../../src/styles/foundation.ts';

const NAMES = [
  'text',
  'text-muted',
  'accent',
  'on-accent',
  'danger',
  'warning',
  'success',
  'border-control',
  'surface-raised',
];

class TokenProbe extends LitElement {
  static override styles = [...foundation, avatarStyles];
  protected override render() {
    return html`${NAMES.map((name) => html`<i data-name=${name}></i>`)}
    ${Array.from({ length: 40 }, (_, index) => avatar({ id: `person-${index}`, name: 'Ana Petrovic' }))}`;
  }
}
customElements.define('token-probe', TokenProbe);

type Rgb = [number, number, number];

/** What the browser makes of a colour, whatever its notation. */
function rgbOf(color: string): Rgb {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return [red!, green!, blue!];
}

function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

/** The pages that elements are put on: ours raised, and usual grounds of host pages. */
const GROUNDS: Record<'light' | 'dark', Rgb[]> = {
  light: [
    [255, 255, 255],
    [246, 247, 249],
  ],
  dark: [
    [18, 18, 20],
    [30, 31, 35],
  ],
};

for (const scheme of ['light', 'dark'] as const) {
  describe(`the default colours, ${scheme}`, () => {
    let probe: TokenProbe;
    const colors = new Map<string, Rgb>();

    before(async () => {
      probe = new TokenProbe();
      probe.style.colorScheme = scheme;
      document.body.append(probe);
      await probe.updateComplete;
      for (const sample of probe.shadowRoot!.querySelectorAll<HTMLElement>('i')) {
        const name = sample.dataset.name!;
        sample.style.color = `var(--_${name})`;
        colors.set(name, rgbOf(getComputedStyle(sample).color));
      }
    });
    after(() => probe.remove());

    const grounds = () => [...GROUNDS[scheme], colors.get('surface-raised')!];

    for (const name of ['text', 'text-muted', 'accent', 'danger', 'warning', 'success']) {
      it(`${name} is read on every ground: 4.5:1`, () => {
        for (const ground of grounds())
          expect(contrast(colors.get(name)!, ground), `on ${ground.join()}`).to.be.at.least(4.5);
      });
    }

    it('the border of a control is seen on every ground: 3:1', () => {
      for (const ground of grounds())
        expect(contrast(colors.get('border-control')!, ground), `on ${ground.join()}`).to.be.at.least(3);
    });

    it('what is written on the accent is read: 4.5:1', () => {
      expect(contrast(colors.get('on-accent')!, colors.get('accent')!)).to.be.at.least(4.5);
    });

    it('initials are read on each of the twelve colours: 4.5:1', () => {
      const hues = new Set<number>();
      for (const [index, element] of probe.shadowRoot!.querySelectorAll<HTMLElement>('.avatar').entries()) {
        const { color, backgroundColor } = getComputedStyle(element);
        expect(contrast(rgbOf(color), rgbOf(backgroundColor))).to.be.at.least(4.5);
        hues.add(hueOf(`person-${index}`));
      }
      expect(hues.size).to.equal(12);
    });
  });
}

describe('a host’s tokens', () => {
  it('win over the defaults, at whatever level they are set', async () => {
    const box = document.createElement('div');
    box.style.setProperty('--followthrough-accent', 'rgb(1, 2, 3)');
    const probe = new TokenProbe();
    box.append(probe);
    document.body.append(box);
    await probe.updateComplete;
    const sample = probe.shadowRoot!.querySelector<HTMLElement>('[data-name="accent"]')!;
    sample.style.color = 'var(--_accent)';
    expect(getComputedStyle(sample).color).to.equal('rgb(1, 2, 3)');
    box.remove();
  });
});
