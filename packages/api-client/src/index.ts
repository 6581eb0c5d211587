// The Followthrough backend port over HTTP.
export { type Client, type ClientOptions, createClient } from './client.ts';
export type { Service } from './contract/self-description.ts';
export { all, type List, pages } from './pages.ts';
export type { RetryPolicy, Timing } from './retry.ts';
export type { GetToken, Identity, TokenAnswer, TokenReason, TokenRequest } from './token.ts';
