// How a message leaves: over SMTP, or, for trying, as a file that any mail program opens.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';

/** A message that is to be sent. */
export interface Message {
  /** The same whenever it is tried again, so that whoever gets it twice can tell. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
}

/** Sends messages. */
export interface Mailer {
  /** Resolves once the message was taken; rejects with {@link MailRefused} where it will never be, else it may be tried again. */
  send(message: Message): Promise<void>;
  close(): void;
}

/** The message was refused for good: there is no such address, or it may not be sent. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

/** Nothing that a message says makes the server read a file or an address. */
const CLOSED = { disableFileAccess: true, disableUrlAccess: true } as const;
/** Shorter, together, than a message is left to whoever took it up. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as const;

/**
 * Sends over SMTP.
 * @param url such as `smtps://user:secret@smtp.example`
 * @param from whom messages come from, such as `Acme <no-reply@acme.example>`
 */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({ url, pool: true, maxConnections: 2, ...PATIENCE, ...CLOSED });
  return {
    async send(message) {
      try {
        await transport.sendMail(written(message, from));
      } catch (error) {
        throw isRefusal(error) ? new MailRefused(error.message, { cause: error }) : error;
      }
    },
    close: () => transport.close(),
  };
}

/** Puts each message into a folder, as a file that mail programs open: for trying. */
export function fileMailer(folder: string, from: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, ...CLOSED });
  return {
    async send(message) {
      const sent = await transport.sendMail(written(message, from));
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${message.id}.eml`), sent.message as Buffer);
    },
    close: () => undefined,
  };
}

function written({ id, to, subject, text, html }: Message, from: string): SendMailOptions {
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    from,
    to,
    subject,
    text,
    html,
    messageId: `<${id}@${domain}>`,
    // Out-of-office replies are for people.
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

/** What is said of the message itself; whoever may send at all, and as whom, is for us to mend. */
const OF_THE_MESSAGE: readonly unknown[] = ['RCPT TO', 'DATA'];

/** Whether the server said that it will never take this message (5xx). */
function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error) || !('responseCode' in error) || !('command' in error)) return false;
  return Number(error.responseCode) >= 500 && OF_THE_MESSAGE.includes(error.command);
}
