// Moving a due date in two keys: a day, next week, in two weeks, the end of the month, or a date to pick.
import { dueDateWords } from '../localize/late-tools.ts';
import { type DateName, formatDay, isWritable, namedDate, parseDay } from '@followthrough/core/domain';
import type { nothing, TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import type { DuePopoverSpec } from './due-popover.ts';
import { Menu, type MenuItem } from './menu.ts';
import type { Pickers } from './pickers.ts';
import type { CloseOptions, PartHost, PartOptions } from './popover.ts';
import { actionWords, dateNameWords } from '../localize/late-acts.ts';

const NAMES = ['plusOneDay', 'nextWeek', 'inTwoWeeks', 'endOfMonth'] as const satisfies readonly DateName[];

export class RescheduleMenu {
  readonly #menu: Menu;
  readonly #pickers: Pickers;
  readonly #localize: DateWords;

  /** @param options `pickers` opens the due date's popover for "Pick a date…" */
  constructor(host: PartHost, options: PartOptions & { pickers: Pickers }) {
    this.#menu = new Menu(host, options);
    this.#pickers = options.pickers;
    this.#localize = options.localize;
  }

  get isOpen(): boolean {
    return this.#menu.isOpen;
  }

  /** Opens the menu; "one day later" counts from the date there is, or from today where there is none or it has passed. */
  open(anchor: HTMLElement, spec: DuePopoverSpec): void {
    const { messages } = this.#localize;
    this.#menu.open(anchor, {
      label: actionWords(messages).reschedule,
      items: () => [
        ...NAMES.map((name) => this.#item(name, spec)),
        {
          label: dueDateWords(messages).pick,
          separated: true,
          onPick: () => void this.#pickers.due(anchor, spec),
        },
      ],
    });
  }

  close(options?: CloseOptions): void {
    this.#menu.close(options);
  }

  render(): TemplateResult | typeof nothing {
    return this.#menu.render();
  }

  #item(name: (typeof NAMES)[number], spec: DuePopoverSpec): MenuItem {
    const { messages, dates } = this.#localize;
    const { today, calendar, weekStart = dates.weekStart } = spec;
    const day = namedDate(name, { today, weekStart, calendar, from: spec.date === null ? today : parseDay(spec.date) });
    return {
      label: dateNameWords(messages)[name === 'plusOneDay' ? 'oneDayLater' : name],
      hint: `${dates.weekday(day)} ${dates.dayMonth(day)}`,
      refused: isWritable(day) ? undefined : dueDateWords(messages).outOfRange,
      onPick: () => spec.onPick(formatDay(day)),
    };
  }
}
