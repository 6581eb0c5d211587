// The switch between picking a date and picking a rule: a radio group of two.
import { html, type TemplateResult } from 'lit';
import type { PlanDueWords } from '../localize/late-plan-due.ts';
import type { DueMode } from './plan-due-choice.ts';

const MODES: readonly DueMode[] = ['date', 'relative'];
const KEYS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']);

export function planDueSwitch(chosen: DueMode, words: PlanDueWords, onSwitch: (mode: DueMode) => void): TemplateResult {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!KEYS.has(event.key)) return;
    event.preventDefault();
    onSwitch(chosen === 'date' ? 'relative' : 'date');
    const radios = (event.currentTarget as Element).querySelectorAll<HTMLElement>('[role="radio"]');
    [...radios].find((radio) => radio !== event.target)?.focus();
  };
  return html`<div class="plan-due-how" role="radiogroup" aria-label=${words.how} @keydown=${onKeyDown}>
    ${MODES.map(
      (mode) =>
        html`<button
          type="button"
          role="radio"
          aria-checked=${mode === chosen}
          tabindex=${mode === chosen ? 0 : -1}
          @click=${() => onSwitch(mode)}
        >
          ${words[mode]}
        </button>`,
    )}
  </div>`;
}
