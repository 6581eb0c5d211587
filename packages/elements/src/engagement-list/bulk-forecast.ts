// What an operation would do, said before it is done: to how many, what one should know, and who is left as they are and why.
import type { BulkOutcome, Engagement, NotificationChannel } from '@followthrough/core/schema';
import type { EngagementBulkJob } from '@followthrough/core/stores';
import { html, nothing, type TemplateResult } from 'lit';
import { alertIcon, checkIcon, trashIcon } from '../icons/icons.ts';
import { engagementBulkWords } from '../localize/late-engagement-bulk.ts';
import type { Messages } from '../localize/messages.ts';
import { problemText } from '../problem-text.ts';
import { operationWords, reasonText, toldText } from './bulk-words.ts';

/** Who an engagement is for, in a line: many made of one template have all the same title. */
export type CoacheesOf = (engagement: Engagement) => string;

/** How many a line lists when it is opened. */
const NAMED = 50;

/** How many it would be done to. */
export function eligible({ forecast }: Pick<EngagementBulkJob, 'forecast'>): number {
  return forecast.filter(({ outcome }) => outcome === 'done').length;
}

/**
 * What the dialog says before anything is done.
 * @param notifies how the backend tells people of it; in no way where it is empty
 */
export function forecastView(
  job: EngagementBulkJob,
  messages: Messages,
  notifies: readonly NotificationChannel[],
  coacheesOf: CoacheesOf,
): TemplateResult {
  const words = engagementBulkWords(messages);
  const { error, phase, forecast, change } = job;
  if (error) {
    return html`<p role="alert" class="danger-note">${words.askFailed} ${problemText(error, messages)}</p>`;
  }
  if (phase === 'asking') {
    const count = job.engagements.length;
    return html`<div class="job-progress" role="status">
      <span>${words.asking(count === 0 ? null : count)}</span>
      <span class="job-bar unknown" aria-hidden="true"><span></span></span>
    </div>`;
  }
  const operation = operationWords(change.operation, messages);
  const done = eligible(job);
  return html`<div class="forecast">
      ${
        done === 0
          ? html`<p class="modal-lead">${words.nothing}</p>`
          : line(
              change.operation === 'delete' ? 'deleted' : 'done',
              html`<p class="modal-lead">
                ${operation.will(done)}${done < forecast.length ? html` <span class="meta">${words.eligible(done, forecast.length)}</span>` : nothing}
              </p>`,
            )
      }
      ${reasons(job, 'skipped', messages, coacheesOf)} ${reasons(job, 'refused', messages, coacheesOf)}
    </div>
    ${done === 0 ? nothing : html`<p class="muted">${operation.note} ${toldText(change.operation, notifies, messages) ?? nothing}</p>`}`;
}

/** Those of one outcome, by their reason, with their names to look at. */
function reasons(
  job: EngagementBulkJob,
  outcome: 'skipped' | 'refused',
  messages: Messages,
  coacheesOf: CoacheesOf,
): TemplateResult[] {
  const words = engagementBulkWords(messages);
  const groups = Map.groupBy(
    job.forecast.filter((one) => one.outcome === outcome),
    ({ reason }) => reasonText(reason, job.change.operation, messages),
  );
  const say = outcome === 'skipped' ? words.skippedBecause : words.refusedBecause;
  return Array.from(groups, ([why, outcomes]) =>
    line(
      outcome,
      html`<details>
        <summary>${say(outcomes.length, why)}</summary>
        ${named(outcomes, job, messages, coacheesOf)}
      </details>`,
    ),
  );
}

function named(
  outcomes: readonly BulkOutcome[],
  { engagements }: EngagementBulkJob,
  messages: Messages,
  coacheesOf: CoacheesOf,
): TemplateResult {
  const known = new Map(engagements.map((engagement) => [engagement.id, engagement]));
  const shown = outcomes.slice(0, NAMED).flatMap(({ id }) => known.get(id) ?? []);
  const more = outcomes.length - shown.length;
  return html`<ul class="forecast-names" tabindex="0">
    ${shown.map((one) => html`<li>${engagementName(one.title, coacheesOf(one))}</li>`)}
    ${more > 0 ? html`<li>${engagementBulkWords(messages).moreResults(more)}</li>` : nothing}
  </ul>`;
}

/** An engagement in a list of many: what it is called, and who it is for. */
export function engagementName(title: string, coachees: string): TemplateResult {
  return html`<bdi>${title}</bdi> · <bdi class="forecast-who">${coachees}</bdi>`;
}

const ICONS = { done: checkIcon, deleted: trashIcon, skipped: minusIcon, refused: alertIcon } as const;

function line(kind: keyof typeof ICONS, content: unknown): TemplateResult {
  return html`<div class="forecast-line ${kind}">
    ${ICONS[kind]()}
    <div>${content}</div>
  </div>`;
}

/** A dash: nothing happens to it. */
export function minusIcon(): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M6 12h12" /></svg>`;
}
