// How an id is written, for whoever must tell one from other text without a schema.

/** 1–64 of `A–Z a–z 0–9 _ -` (api.md R-G-6). */
export const ID_TEXT = /^[A-Za-z0-9_-]{1,64}$/;
