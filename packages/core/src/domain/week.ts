// Weekdays are counted as ISO does, 1 Monday … 7 Sunday. Weeks begin on Monday in Berlin, on Sunday in New York, on
// Saturday in Cairo: the locale says.
import type { Day } from './civil-date.ts';

/** The ISO weekday of a day: 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  const sinceMonday = (day + 3) % 7;
  return sinceMonday < 0 ? sinceMonday + 8 : sinceMonday + 1;
}

/** The first day of the week that holds `day`, for weeks that begin on `weekStart` (ISO weekday). */
export function startOfWeek(day: Day, weekStart: number): Day {
  return day - ((weekdayOf(day) - weekStart + 7) % 7);
}

/** Where weeks do not begin on Monday, as CLDR 48 says: a weekday and its regions, without spaces to be small in every page. */
const WEEK_STARTS =
  '7AGASBDBRBSBTBWBZCACODMDOETGTGUHKHNIDILINISJMJPKEKHKRLAMHMMMOMTMXMZNINPPAPEPHPKPRPTPYSASGSVTHTTTWUMUSVEVIWSYEZAZW' +
  '6AFBHDJDZEGIQIRJOKWLYOMQASDSY5MV';

/**
 * The ISO weekday that weeks begin on in a locale, or where its language is most at home: 1 Monday … 7 Sunday; Monday where
 * that is not known.
 * @param locale a BCP 47 language tag
 */
export function firstWeekday(locale: string): number {
  try {
    // Firefox has neither; older Safari has only the property.
    const known: Intl.Locale & { getWeekInfo?(): { firstDay: number }; weekInfo?: { firstDay: number } } =
      new Intl.Locale(locale);
    const told = (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay;
    return told ?? Number(RegExp(`(\\d)(\\D\\D)*${known.maximize().region}`).exec(WEEK_STARTS)?.[1] ?? 1);
  } catch (error) {
    if (error instanceof RangeError) return 1;
    throw error;
  }
}
