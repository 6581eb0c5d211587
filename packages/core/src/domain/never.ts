// The day of what hangs on no day.

/** Later than every day that is written: the turn of what does not turn by the day alone. */
export const NEVER = '9999-12-31';
