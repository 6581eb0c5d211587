// A mail server that takes messages on a real socket and keeps them; it can be told to refuse some first.
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A message as it arrived. */
interface Arrived {
  /** Whom it was handed over for. */
  recipients: string[];
  /** Its headers by lower-case name, unfolded. */
  headers: Map<string, string[]>;
  body: string;
}

export interface MailSink {
  readonly url: string;
  readonly arrived: Arrived[];
  /** How the next recipients are answered: a code such as 451 (later) or 550 (never). */
  readonly refusals: number[];
  /** The same for whom the next messages come from. */
  readonly senders: number[];
  stop(): Promise<void>;
}

/** Starts one on a free port of this machine. */
export async function startMailSink(): Promise<MailSink> {
  const arrived: Arrived[] = [];
  const refusals: number[] = [];
  const senders: number[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onMailFrom(_address, _session, callback) {
      const code = senders.shift();
      callback(code === undefined ? null : Object.assign(new Error('refused'), { responseCode: code }));
    },
    onRcptTo(_address, _session, callback) {
      const code = refusals.shift();
      callback(code === undefined ? null : Object.assign(new Error('refused'), { responseCode: code }));
    },
    onData(stream, { envelope }, callback) {
      void buffer(stream).then((raw) => {
        arrived.push({ recipients: envelope.rcptTo.map(({ address }) => address), ...parted(raw.toString('latin1')) });
        callback();
      }, callback);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    refusals,
    senders,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function parted(raw: string): Pick<Arrived, 'headers' | 'body'> {
  const end = raw.indexOf('\r\n\r\n');
  const headers = new Map<string, string[]>();
  for (const line of raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const name = line.slice(0, line.indexOf(':')).toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), line.slice(line.indexOf(':') + 1).trim()]);
  }
  return { headers, body: raw.slice(end + 4) };
}
