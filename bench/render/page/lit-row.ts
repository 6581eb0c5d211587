// The row that the two plain Lit peers show: what <action-list> shows in one, written as one would without it.
import { dayText } from '../../../packages/elements/src/dates/date-label.ts';
import { dateFormats } from '../../../packages/elements/src/dates/date-formats.ts';
import { en } from '../../../packages/elements/src/localize/en.ts';
import { parseDay } from '@followthrough/core/domain';
import type { Action } from '@followthrough/core/schema';
import { css, html, type TemplateResult } from 'lit';
import { ANA, TODAY } from './rows.ts';

const words = { messages: en, dates: dateFormats('en-GB') };

export function litRow(action: Action, selected: boolean): TemplateResult {
  const date = action.due?.date ?? '';
  return html`<input type="checkbox" aria-label="Select" .checked=${selected} />
    <button class="done" aria-label="Complete">
      <svg viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.25" /></svg>
    </button>
    <span class="title" title=${action.title}>${action.title}</span>
    <button><time datetime=${date}>${dayText(parseDay(date), TODAY, words)}</time></button>
    <button class="who">
      <span class="avatar"><span>AP</span></span
      ><span>${ANA.name}</span>
    </button>
    <span>Personal</span>
    <button>${action.status}</button>
    <button aria-label="More">…</button>`;
}

export const litStyles = css`
  .scroller {
    block-size: 600px;
    overflow: auto;
    position: relative;
    font-size: 14px;
  }
  .row {
    display: grid;
    grid-template-columns: 28px 28px 1fr 126px 140px 154px 84px 32px;
    gap: 8px;
    align-items: center;
    block-size: 40px;
    box-sizing: border-box;
    border-block-end: 1px solid #e3e4e8;
    padding: 0 8px;
  }
  .row.selected {
    background: #eef;
  }
  .title {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 500;
  }
  button {
    border: 0;
    background: none;
    font: inherit;
    text-align: start;
    padding: 0;
  }
  .who {
    display: flex;
    gap: 6px;
    align-items: center;
  }
  .avatar {
    inline-size: 22px;
    block-size: 22px;
    border-radius: 50%;
    background: #cdf;
    display: inline-flex;
    justify-content: center;
    align-items: center;
    font-size: 9px;
  }
  svg {
    inline-size: 16px;
    block-size: 16px;
    fill: none;
    stroke: currentColor;
  }
`;
