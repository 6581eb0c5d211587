// Writes the contract as OpenAPI, for linting and for reading; to `.cache/openapi.json`, or to the file named.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openApi } from '@followthrough/api-client/contract/openapi';

const file = process.argv[2] ?? '.cache/openapi.json';
await mkdir(dirname(file), { recursive: true });
await writeFile(file, `${JSON.stringify(openApi(), null, 2)}\n`);
