// Dragging by the mouse within what scrolls: near its edge that goes on, and what lies under the pointer is asked anew.
import { aTimeout, expect, fixture, nextFrame } from '@open-wc/testing';
import { emulateMedia, resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { PointerDrag } from '../../src/parts/pointer-drag.ts';
import { waitUntil } from './wait.ts';

/** A box of 300 × 200 that scrolls over 1000 × 1000, within a page of 900 × 600 that is longer than that. */
async function stand({ dir = 'ltr', padding = '0' } = {}) {
  const place = await fixture<HTMLElement>(html`<div dir=${dir}></div>`);
  const box = document.createElement('div');
  const inside = document.createElement('div');
  Object.assign(place.style, { blockSize: '3000px', paddingBlockStart: '100px' });
  Object.assign(box.style, { inlineSize: '300px', blockSize: '200px', overflow: 'auto', scrollPadding: padding });
  Object.assign(inside.style, { inlineSize: '1000px', blockSize: '1000px' });
  box.append(inside);
  place.append(box);
  const came: string[] = [];
  const drag = new PointerDrag({
    along: 'y',
    begin: () => came.push('begin'),
    over: () => came.push('over'),
    drop: () => came.push('drop'),
    end: () => came.push('end'),
  });
  box.addEventListener('pointerdown', (event) => drag.press(event, box));
  box.addEventListener('click', () => came.push('click'));
  const { left, top } = box.getBoundingClientRect();
  const to = (x: number, y: number) =>
    sendMouse({ type: 'move', position: [Math.round(left + x), Math.round(top + y)] });
  const press = async (x: number, y: number) => {
    await to(x, y);
    await sendMouse({ type: 'down' });
  };
  return { box, came, to, press };
}

/** Waits a while in which something would have scrolled. */
async function aWhile(): Promise<void> {
  for (let frames = 0; frames < 20; frames++) await nextFrame();
}

const release = () => sendMouse({ type: 'up' });

describe('dragging within what scrolls', () => {
  beforeEach(async () => {
    await setViewport({ width: 900, height: 600 });
    scrollTo(0, 0);
  });
  afterEach(async () => {
    await resetMouse();
    await emulateMedia({ reducedMotion: 'no-preference' });
    document.documentElement.style.removeProperty('scroll-behavior');
  });

  for (const [edge, x, y, sign, along] of [
    ['the end of its height', 150, 195, 1, 'scrollTop'],
    ['its top', 150, 5, -1, 'scrollTop'],
    ['the end of its width', 295, 140, 1, 'scrollLeft'],
    ['its left side', 5, 140, -1, 'scrollLeft'],
  ] as const)
    it(`scrolls on at ${edge}, and nowhere else`, async () => {
      const { box, press, to } = await stand();
      box.scrollTo(300, 300);
      await press(150, 100);
      await to(x, y);
      await waitUntil(() => (box[along] - 300) * sign > 60, 'it does not scroll on');
      expect(along === 'scrollTop' ? box.scrollLeft : box.scrollTop).to.equal(300);
      await to(150, 100);
      const at = box[along];
      await aWhile();
      expect(Math.abs(box[along] - at), 'away from the edge it goes on').to.be.lessThan(40);
      await release();
    });

  it('asks what lies under the pointer each time that it has scrolled, and before it is dropped', async () => {
    const { came, press, to } = await stand();
    await press(150, 100);
    await to(150, 195);
    const before = came.filter((one) => one === 'over').length;
    await waitUntil(() => came.filter((one) => one === 'over').length > before + 3, 'it is not asked');
    await release();
    expect(came.slice(-3)).to.deep.equal(['over', 'drop', 'end']);
    expect(came[0]).to.equal('begin');
    const { length } = came;
    await aWhile();
    expect(came.length, 'it goes on after it is dropped').to.equal(length);
  });

  it('goes on with the page where what is innermost is at its end', async () => {
    const { box, press, to } = await stand();
    box.scrollTop = 1000;
    await press(150, 100);
    await sendMouse({ type: 'move', position: [150, 590] });
    await waitUntil(() => scrollY > 80, 'the page does not scroll on');
    expect(box.scrollTop).to.equal(800);
    await to(150, 100);
    await release();
  });

  it('scrolls by what can be seen of it, where the page cuts it off', async () => {
    await setViewport({ width: 900, height: 240 });
    const { box, press } = await stand();
    const { top } = box.getBoundingClientRect();
    expect(top + 200).to.be.greaterThan(240);
    await press(150, 50);
    await sendMouse({ type: 'move', position: [150, 230] });
    await waitUntil(() => box.scrollTop > 60, 'it does not scroll on');
    await release();
  });

  it('counts its edges from within what stands over them: its scroll padding', async () => {
    const { box, press, to } = await stand({ padding: '60px 0 0 0' });
    box.scrollTop = 400;
    await press(150, 150);
    await to(150, 78);
    await waitUntil(() => box.scrollTop < 360, 'it does not scroll on');
    await release();
  });

  it('scrolls right-to-left too', async () => {
    const { box, press, to } = await stand({ dir: 'rtl' });
    await press(150, 100);
    await to(5, 140);
    await waitUntil(() => box.scrollLeft < -60, 'it does not scroll on');
    await to(295, 140);
    await waitUntil(() => box.scrollLeft > -20, 'it does not come back');
    await release();
  });

  it('does not scroll where the press only began near an edge, until it goes towards it', async () => {
    const { box, press, to } = await stand();
    box.scrollTop = 300;
    await press(150, 180);
    await to(150, 172);
    await aWhile();
    expect(box.scrollTop).to.equal(300);
    await to(150, 190);
    await waitUntil(() => box.scrollTop > 340, 'it does not scroll on');
    await release();
  });

  it('goes in steps where motion is reduced, and never glides', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const { box, press, to } = await stand();
    const seen = new Set<number>();
    box.addEventListener('scroll', () => seen.add(box.scrollTop));
    await press(150, 100);
    await to(150, 195);
    await waitUntil(() => box.scrollTop >= 192, 'it does not scroll on');
    await release();
    expect([...seen].slice(0, 2)).to.deep.equal([96, 192]);
  });

  it('does not wait for the page’s own smooth scrolling', async () => {
    const { box, press, to } = await stand();
    box.style.scrollBehavior = 'smooth';
    await press(150, 100);
    await to(150, 195);
    await waitUntil(() => box.scrollTop > 200, 'it does not scroll on');
    await release();
  });

  it('is a press where it hardly moves', async () => {
    const { came, press, to } = await stand();
    await press(150, 100);
    await to(152, 102);
    await release();
    expect(came).to.deep.equal(['end', 'click']);
  });

  it('opens nothing by the click that follows a drag, and leaves the next one alone', async () => {
    const { came, press, to } = await stand();
    await press(150, 100);
    await to(150, 130);
    await release();
    await aTimeout(0);
    expect(came).to.not.include('click');
    await press(150, 100);
    await release();
    expect(came.at(-1)).to.equal('click');
  });

  it('is given up by Escape, and the click of letting go means nothing then either', async () => {
    const { came, box, press, to } = await stand();
    await press(150, 100);
    await to(150, 130);
    await sendKeys({ press: 'Escape' });
    expect(came.at(-1)).to.equal('end');
    await to(150, 195);
    await aWhile();
    expect(box.scrollTop).to.equal(0);
    await release();
    await aTimeout(0);
    expect(came).to.not.include.members(['drop']);
    expect(came).to.not.include('click');
    await press(150, 100);
    await release();
    expect(came.at(-1)).to.equal('click');
  });

  it('is not for a finger, nor for another button', () => {
    const begins = (init: PointerEventInit) => PointerDrag.begins(new PointerEvent('pointerdown', init));
    expect(begins({ pointerType: 'mouse', button: 0 })).to.equal(true);
    expect(begins({ pointerType: 'pen', button: 0 })).to.equal(true);
    expect(begins({ pointerType: 'touch', button: 0 })).to.equal(false);
    expect(begins({ pointerType: 'mouse', button: 2 })).to.equal(false);
  });
});
