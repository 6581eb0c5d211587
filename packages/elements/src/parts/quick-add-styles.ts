// How the quick add looks before anybody types: one quiet row.
import { css } from 'lit';

export const quickAddStyles = css`
  .quick-add {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: calc(var(--_space) * 2);
    min-block-size: var(--_row);
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    transition: border-color var(--_motion);
  }
  .quick-add:hover {
    border-color: var(--_border-strong);
  }
  .quick-add:has(.quick-add-field:focus) {
    border-color: var(--_focus-ring);
    outline: 1px solid var(--_focus-ring);
  }
  .quick-add-line {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    flex: 1 1 14em;
    min-inline-size: 0;
  }
  .quick-add-plus {
    display: flex;
    color: var(--_text-muted);
  }
  .quick-add-field {
    flex: 1;
    min-inline-size: 0;
    min-block-size: var(--_control);
    padding: 0;
    border: 0;
    background: none;
  }
  .quick-add-field:focus {
    outline: none;
  }
  .quick-add-field::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  @media (pointer: coarse) {
    .quick-add-field {
      min-block-size: 44px;
      font-size: max(1em, 16px);
    }
  }
  @media print {
    .quick-add {
      display: none;
    }
  }
`;
