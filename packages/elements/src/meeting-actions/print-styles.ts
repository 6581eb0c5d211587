// On paper an agenda is its minutes, and nothing else of it.
import { css } from 'lit';

export const minutesStyles = css`
  .minutes {
    display: none;
  }
  @media print {
    .on-screen {
      display: none !important;
    }
    .minutes {
      display: block;
      color: black;
    }
    .minutes-title {
      font-size: 1.5em;
      font-weight: 600;
    }
    .minutes-when,
    .minutes-who {
      margin-block-start: 0.35em;
    }
    .minutes table {
      inline-size: 100%;
      margin-block-start: 1.25em;
      border-collapse: collapse;
    }
    .minutes th,
    .minutes td {
      padding: 0.4em 0.75em 0.4em 0;
      border-block-end: 1px solid #bbb;
      text-align: start;
      vertical-align: top;
      font-weight: 400;
    }
    .minutes thead th {
      border-block-end-color: #333;
      font-size: 0.857em;
    }
    .minutes tbody th {
      padding-block-start: 1em;
      font-weight: 600;
    }
    .minutes td:first-child {
      inline-size: 50%;
      overflow-wrap: anywhere;
    }
    .minutes-date {
      white-space: nowrap;
    }
    .minutes tr {
      break-inside: avoid;
    }
  }
`;
