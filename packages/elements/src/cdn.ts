// The one-file build of everything: every element, the client, and the backend that runs in the page.
import './cdn-client.ts';
import './define.ts';

export { createClient } from '@followthrough/api-client';
export {
  createLocalBackend,
  createMemoryRepository,
  openIndexedDbRepository,
  readPlainData,
} from '@followthrough/core/local-backend';
export * from './index.ts';
