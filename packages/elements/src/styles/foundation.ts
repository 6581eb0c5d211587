// The style sheets every element of ours begins with.
import { base } from './base.ts';
import { tokens } from './tokens.ts';

/** Tokens, reset and controls: put these first in an element's `static styles`. */
export const foundation = [tokens, base];
