// How long a file may take to come (a clock that the test moves).
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { readFile } from '../src/file-answer.ts';
import { CSV } from '../src/contract/media-types.ts';

const PATIENCE = 1000;

describe('a file that comes slowly', () => {
  let sender: ReadableStreamDefaultController<Uint8Array>;
  let response: Response;
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (sender = controller) });
    response = new Response(body, { headers: { 'content-type': CSV } });
  });
  afterEach(() => mock.timers.reset());

  /** Lets what waits go on. */
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  async function send(text: string): Promise<void> {
    sender.enqueue(new TextEncoder().encode(text));
    await settle();
  }

  it('may take longer to come than an answer may, as long as it goes on coming', async () => {
    const reading = readFile(response, PATIENCE);
    for (let piece = 0; piece < 10; piece++) {
      mock.timers.tick(PATIENCE - 1);
      await send('row ');
    }
    sender.close();
    assert.equal(await (await reading).data.text(), 'row '.repeat(10));
  });

  it('is given up once nothing came for as long as an answer may take', async () => {
    const reading = readFile(response, PATIENCE);
    await send('row ');
    mock.timers.tick(PATIENCE - 1);
    await send('row ');
    mock.timers.tick(PATIENCE);
    await assert.rejects(reading, { name: 'TimeoutError' });
  });
});
