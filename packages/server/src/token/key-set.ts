// The public keys by which tokens are checked: a JWKS given as it is, from a file, or from its issuer's address.
import { readFile } from 'node:fs/promises';
import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';

/** Where an issuer's keys are. */
export type KeySource = { jwks: JSONWebKeySet } | { file: string } | { url: string };

/** The keys of a source; those of an address are fetched when first needed, and again when an unknown one is named. */
export async function keySetOf(source: KeySource): Promise<JWTVerifyGetKey> {
  if ('jwks' in source) return createLocalJWKSet(source.jwks);
  if ('file' in source) return createLocalJWKSet(JSON.parse(await readFile(source.file, 'utf8')) as JSONWebKeySet);
  return createRemoteJWKSet(new URL(source.url), {
    timeoutDuration: 5000,
    // A token with an unknown key cannot make us ask more often than this.
    cooldownDuration: 30_000,
    cacheMaxAge: 600_000,
  });
}
