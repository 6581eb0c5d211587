// Child processes of tests: started with the tests' own Node and conditions, and ended by their own handle.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface StartedProcess {
  readonly child: ChildProcess;
  /** The first line it says that begins like this; rejects with all that it said where it ends before. */
  line(beginning: string): Promise<string>;
  /** All that it said so far. */
  said(): string;
  /** Waits for its own end and gives its exit code. */
  ended(): Promise<number | null>;
  /** Sends the signal and waits for its end; gives its exit code, null where it was killed. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts a script, such as `new URL('../support/demo-process.ts', import.meta.url)`. */
export function startScript(
  script: URL,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  cwd?: string,
): StartedProcess {
  const child = spawn(process.execPath, ['--conditions=@followthrough/source', fileURLToPath(script), ...args], {
    env: { ...process.env, ...environment },
    ...(cwd === undefined ? {} : { cwd }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const told = () => {
    for (const look of waiting) look();
  };
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      told();
    });
  }
  child.on('close', told);
  const ended = async () => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return child.exitCode;
  };
  const said = () => lines.join('\n');

  return {
    child,
    said,
    line: (beginning) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.find((line) => line.startsWith(beginning));
          const ended = child.exitCode !== null || child.signalCode !== null;
          if (found === undefined && !ended) return;
          waiting.delete(look);
          if (found === undefined)
            reject(new Error(`It ended (${child.exitCode ?? child.signalCode}) and said:\n${said()}`));
          else resolve(found);
        };
        waiting.add(look);
        look();
      }),
    ended,
    end(signal) {
      child.kill(signal);
      return ended();
    },
  };
}
