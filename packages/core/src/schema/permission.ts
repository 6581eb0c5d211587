// What a reader may do with a thing (api.md R-D-3): true, or the name of the rule that refuses.
import * as z from 'zod/mini';

/** `true`, or the name of the rule that refuses the reader; an unknown name is shown as it is. */
export const permissionSchema = z.union([z.literal(true), z.string()]);
/** `true`, or the refusing rule's name. */
export type Permission = z.infer<typeof permissionSchema>;
