// A meeting's agenda as its reader gets it (rulebook §2.2): what was carried into it, what was made in it, and what was done
// since the meeting before. Nothing is copied: every row is an action.
import * as z from 'zod/mini';
import { actionSchema } from './action.ts';
import { idSchema } from './id.ts';
import { meetingSchema } from './relationship.ts';
import { instantSchema } from './time.ts';

export const carryingSchema = z.object({
  /** The meeting from which it was first carried; null where there was none before. */
  since: z.nullable(z.object({ meetingId: idSchema, startsAt: instantSchema })),
  /** Into how many meetings it has been carried, this one included. */
  times: z.int().check(z.nonnegative()),
});
/** Since when, and how often, an action has been carried. */
export type Carrying = z.infer<typeof carryingSchema>;

export const carriedActionSchema = z.extend(actionSchema, { carried: carryingSchema });
/** An action that was carried into a meeting. */
export type CarriedAction = z.infer<typeof carriedActionSchema>;

export const agendaSchema = z.object({
  meeting: meetingSchema,
  /** The meeting before it in the same relationship, and the one after. */
  previous: z.nullable(meetingSchema),
  next: z.nullable(meetingSchema),
  /** Whether it is over: its actions are then told as they stood at `asOf`. */
  past: z.boolean(),
  /** When the actions stood as they are told: now, or at the end of a meeting that is over. */
  asOf: instantSchema,
  carried: z.array(carriedActionSchema),
  added: z.array(actionSchema),
  completed: z.array(actionSchema),
});
/** A meeting's agenda as its reader gets it. */
export type Agenda = z.infer<typeof agendaSchema>;
