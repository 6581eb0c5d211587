// The demo's own key: made at its first start and kept beside its data, readable by its owner alone, so that tokens
// outlive a restart. A real host's backend holds the key and the server knows only its public half.
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import {
  calculateJwkThumbprint,
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  SignJWT,
} from 'jose';

/** What a minted token says. */
interface DemoClaims {
  issuer: string;
  audience: string;
  personId: string;
  workspaceId: string;
  scope: string;
}

export interface DemoKey {
  /** The public half, for the backend. */
  jwks: JSONWebKeySet;
  /**
   * Mints a token of ten minutes.
   * @param now milliseconds since 1970-01-01T00:00Z
   */
  mint(claims: DemoClaims, now: number): Promise<{ token: string; expiresAt: string }>;
}

const LIFE_SECONDS = 600;

/** The key kept in the folder; made where there is none yet. */
export async function demoKeyIn(folder: string): Promise<DemoKey> {
  const path = join(folder, 'demo-key.json');
  await mkdir(folder, { recursive: true });
  const jwk = (await read(path)) ?? (await make(path));
  const kid = await calculateJwkThumbprint(jwk);
  const privateKey = (await importJWK(jwk, 'EdDSA')) as CryptoKey;
  const { kty, crv, x } = jwk as JWK & { kty: string; crv: string; x: string };
  return {
    jwks: { keys: [{ kty, crv, x, kid, alg: 'EdDSA', use: 'sig' }] },
    async mint({ issuer, audience, personId, workspaceId, scope }, now) {
      const issued = Math.floor(now / 1000);
      const token = await new SignJWT({ tid: workspaceId, scope, sid: crypto.randomUUID() })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(personId)
        .setIssuedAt(issued)
        .setExpirationTime(issued + LIFE_SECONDS)
        .setJti(crypto.randomUUID())
        .sign(privateKey);
      return { token, expiresAt: new Date((issued + LIFE_SECONDS) * 1000).toISOString() };
    },
  };
}

async function read(path: string): Promise<JWK | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as JWK;
  } catch (error) {
    // Not there yet, or left half written by a machine that went down: tokens of it last ten minutes, so another will do.
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error && error.code === 'ENOENT'))
      return null;
    throw error;
  }
}

async function make(path: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(privateKey);
  const unfinished = `${path}.new`;
  const file = await open(unfinished, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(jwk));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
  return jwk;
}
