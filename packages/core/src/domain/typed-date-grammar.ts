// How dates are typed in a language: a table, so that another language is another table. Where a phrase may stand, and beside
// which words, is part of the grammar, because many short forms are other words too ("sat down", "the sun", "call Tom", "3D")
// and a date is often only a part of what is said ("mid next week", "two weeks on monday", "the Friday review"): what cannot
// be read for certain is left alone, the whole of it, rather than guessed at.

/**
 * Where in a text a phrase counts:
 * - `anywhere`: at the start, at the end, or between where what follows does not belong to it ("tomorrow to Ana");
 * - `apart`: the same, but at the start too nothing may follow that could belong to it ("next week planning" has no date);
 * - `edge`: at the start or at the end;
 * - `end`: only at the end, or at the start before a comma, a colon or a dash;
 * - `led`: only after a lead word such as "by", apart from what follows;
 * - `alone`: only as the whole text.
 * After a lead word a phrase counts where that says, and one that is the whole text always does.
 */
export type PhrasePlace = 'anywhere' | 'apart' | 'edge' | 'end' | 'led' | 'alone';

/** What a phrase means; the captures of its slots say the rest. */
export type PhraseMeaning =
  | 'today'
  | 'tomorrow'
  | 'dayAfterTomorrow'
  | 'endOfWeek'
  | 'endOfNextWeek'
  | 'endOfMonth'
  | 'endOfNextMonth'
  /** The last day of a month, of a year or of the next such. */
  | 'endOfThatMonth'
  | 'endOfYear'
  | 'nextWeek'
  | 'nextMonth'
  | 'none'
  /** The next day with that weekday, after today. */
  | 'weekday'
  /** That weekday of the week that today is in, today included. */
  | 'weekdayThisWeek'
  | 'weekdayNextWeek'
  /** So many days, weeks or months after today. */
  | 'after'
  | 'afterTomorrow'
  /** A day of a month, of a year or of the next such. */
  | 'date'
  /** A day of this month or the next. */
  | 'dayOfMonth';

/** One way to type a date. */
export interface Phrase {
  /**
   * Words in lower case, `one|another`, `(left out or not)`, and slots: `{weekday}`, `{day}` (of the month), `{nth}` (15th),
   * `{month}`, `{year}`, `{number}`, `{unit}`, `{span}` (3d), `{iso}` (2026-03-15), `{numeric}` (15/3, 15/3/2027,
   * 15.3.2027), `{brief}` (15.3.27).
   */
  words: string;
  means: PhraseMeaning;
  place: PhrasePlace;
  /** Its place where it holds one of the grammar's `otherWords`. */
  otherwise?: PhrasePlace;
  /** How many words stand before it, where any do and none leads in: "do this fri" is not for certain this Friday. */
  wordsBefore?: number;
}

/** How dates are typed in one language. All words are in lower case. */
export interface TypedDateGrammar {
  /** ISO weekdays. */
  weekdays: Readonly<Record<string, number>>;
  /** Months 1–12. */
  months: Readonly<Record<string, number>>;
  units: Readonly<Record<string, 'day' | 'week' | 'month'>>;
  /** Units of `{span}`: in lower case only, for "3D" is no span. */
  shortUnits: Readonly<Record<string, 'day' | 'week' | 'month'>>;
  numbers: Readonly<Record<string, number>>;
  /** What may follow a day of the month. */
  ordinals: readonly string[];
  phrases: readonly Phrase[];
  /** What may stand before a day, written as phrases are, and belongs to it: "eod fri". */
  dayStarts: readonly string[];
  /** What may follow a day and belongs to it: "tomorrow morning". */
  dayEnds: readonly string[];
  /** What may follow any date and belongs to it: "at the latest". */
  closers: readonly string[];
  /**
   * Words that lead in a due date and belong to it, and where a date counts after them: `anywhere` whatever follows, `apart`
   * as above, `never` where they are something else ("stop by"). With a colon: only before one ("deadline: fri").
   */
  leads: Readonly<Record<string, 'anywhere' | 'apart' | 'never'>>;
  /** Words right before a date, or before what leads it in, that make it something else: "before fri", "mid next week". */
  bars: readonly string[];
  /** The same where no lead word stands between: "plan next week", "hand over fri". */
  nearBars: readonly string[];
  /** The same for a weekday or a day of a month: "some friday", "black friday", "her 15 may". */
  articles: readonly string[];
  /** The same for dates that hold one of the `otherWords`: "they sat". */
  otherBars: readonly string[];
  /** Before `15/3` and the like: "part 2/3". */
  counted: readonly string[];
  /** Words right after a date that make it something else: "fri week", "tomorrow or". */
  afterBars: readonly string[];
  /** What stands between dates that are said together: "mon or tue", "fri in june". */
  joiners: readonly string[];
  /** The same between a date and a number: "15 june to 20". */
  ranges: readonly string[];
  /** Words after a date that cannot belong to it: "tomorrow to Ana". */
  followers: readonly string[];
  /** What may lead in a time of day that follows a date and stays in the text: "fri at 5pm". */
  clockLeads: readonly string[];
  /** Times of day in words, and those that are such only when led in ("before lunch"). */
  clockWords: readonly string[];
  ledClockWords: readonly string[];
  /** Words that may follow a date and be the last: "fri please". */
  polite: readonly string[];
  /** Date words that are other words too; `#` stands for a number. */
  otherWords: readonly string[];
  /** Short forms that count in lower case only, because they are names with a capital. */
  lowerCaseOnly: readonly string[];
  /** Numeric forms that are no dates unless led in. */
  fractions: readonly string[];
}
