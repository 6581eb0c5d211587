// What became of each engagement: what was refused first, with the reason in words, then what was not tried, skipped and
// done. Of very many, the first few hundred; the counts say the rest.
import type { BulkOutcome, Engagement, Id } from '@followthrough/core/schema';
import { type EngagementBulkJob, isPassing } from '@followthrough/core/stores';
import { html, nothing, type TemplateResult } from 'lit';
import { alertIcon, checkIcon } from '../icons/icons.ts';
import { engagementBulkWords } from '../localize/late-engagement-bulk.ts';
import type { Messages } from '../localize/messages.ts';
import { problemText } from '../problem-text.ts';
import { styleMap } from '../style-map.ts';
import { type CoacheesOf, engagementName, minusIcon } from './bulk-forecast.ts';
import { reasonText } from './bulk-words.ts';

/** What became of one; `left`: it was not tried. */
type Fate = BulkOutcome['outcome'] | 'left';

interface Result {
  readonly id: Id;
  readonly engagement: Engagement;
  readonly fate: Fate;
  readonly reason: string | undefined;
}

const ORDER: readonly Fate[] = ['refused', 'left', 'skipped', 'done'];
/** How many lines are drawn. */
const DRAWN = 300;

function resultsOf(job: EngagementBulkJob): readonly Result[] {
  const known = new Map(job.results.map((result) => [result.id, result]));
  const results = job.engagements.map((engagement): Result => {
    const { id } = engagement;
    const result = known.get(id);
    return { id, engagement, fate: result?.outcome ?? 'left', reason: result?.reason };
  });
  return results.sort((a, b) => ORDER.indexOf(a.fate) - ORDER.indexOf(b.fate));
}

/** How many can be tried again: what failed by accident, and what was not tried. */
export function retryable(job: EngagementBulkJob): number {
  return resultsOf(job).filter(({ fate, reason }) => fate === 'left' || (fate === 'refused' && isPassing(reason)))
    .length;
}

/** Those that were refused or not tried. */
export function unfinished(job: EngagementBulkJob): ReadonlySet<Id> {
  return new Set(resultsOf(job).flatMap(({ id, fate }) => (fate === 'refused' || fate === 'left' ? [id] : [])));
}

/** Whether there is anything to tell that was not said before: what was refused while it was done, or not done at all. */
export function hasSurprises(job: EngagementBulkJob): boolean {
  const foreseen = new Set(job.forecast.flatMap(({ id, outcome }) => (outcome === 'done' ? [] : [id])));
  return job.error !== null || resultsOf(job).some(({ id, fate }) => fate !== 'done' && !foreseen.has(id));
}

/** What the dialog says while it is done. */
export function runningView(job: EngagementBulkJob, messages: Messages): TemplateResult {
  const words = engagementBulkWords(messages);
  const all = job.forecast.filter(({ outcome }) => outcome === 'done').length;
  const foreseen = job.forecast.length - all;
  const done = Math.max(0, job.results.length - foreseen);
  return html`<div class="job-progress">
      <progress class="visually-hidden" max=${all} value=${done} aria-label=${words.running}></progress>
      <span class="job-bar ${done === 0 ? 'unknown' : ''}" aria-hidden="true"
        ><span style=${styleMap({ 'inline-size': done === 0 ? null : `${Math.round((done / all) * 100)}%` })}></span
      ></span>
      <span class="job-count" role="status">${words.progress(done, all)}</span>
    </div>
    ${job.stopped ? html`<p class="muted" role="status">${words.stopping}</p>` : nothing}`;
}

/** What became of each. */
export function resultsView(job: EngagementBulkJob, messages: Messages, coacheesOf: CoacheesOf): TemplateResult {
  const words = engagementBulkWords(messages);
  const results = resultsOf(job);
  const of = (fate: Fate) => results.filter((result) => result.fate === fate).length;
  const counts = [
    of('done') > 0 && words.countDone(of('done')),
    of('skipped') > 0 && words.countSkipped(of('skipped')),
    of('refused') > 0 && words.countRefused(of('refused')),
    of('left') > 0 && words.countLeft(of('left')),
  ].filter((count) => count !== false);
  return html`<p class="modal-lead" role="status">${counts.join(' · ')}</p>
    ${job.stopped ? html`<p class="muted">${words.stopped}</p>` : nothing}
    ${job.error ? html`<p class="danger-note" role="alert">${problemText(job.error, messages)}</p>` : nothing}
    <ul class="results" part="results" tabindex="0" aria-label=${words.resultsOf(words[job.change.operation])}>
      ${results.slice(0, DRAWN).map((result) => resultLine(result, job, messages, coacheesOf))}
      ${results.length > DRAWN ? html`<li class="result"><span></span><span class="muted">${words.moreResults(results.length - DRAWN)}</span></li>` : nothing}
    </ul>`;
}

function resultLine(
  { engagement, fate, reason }: Result,
  { change }: EngagementBulkJob,
  messages: Messages,
  coacheesOf: CoacheesOf,
): TemplateResult {
  const words = engagementBulkWords(messages);
  const why = fate === 'skipped' || fate === 'refused' ? reasonText(reason, change.operation, messages) : null;
  return html`<li class="result ${fate}">
    ${fate === 'done' ? checkIcon() : fate === 'refused' ? alertIcon() : minusIcon()}
    <span class="result-title"
      ><span>${engagementName(engagement.title, coacheesOf(engagement))}</span
      >${why === null ? nothing : html`<span class="result-why">${why}</span>`}</span
    >
    <span class="result-word">${words[fate]}</span>
  </li>`;
}
