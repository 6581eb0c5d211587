// A reporter for `node --test`: a line per failure with its reason, and the counts as JSON to the file COUNTS names.
import { writeFileSync } from 'node:fs';
import { inspect } from 'node:util';

export default async function* countNode(source) {
  const counts = { passed: 0, failed: 0, slowest: [] };
  for await (const { type, data } of source) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details.type === 'suite') continue;
    if (data.skip !== undefined || data.todo !== undefined) continue;
    if (type === 'test:pass') {
      counts.passed++;
    } else {
      counts.failed++;
      const error = data.details.error?.cause ?? data.details.error;
      yield `✖ ${data.name}\n  at ${data.file}:${data.line}\n${indent(inspect(error, { depth: 4 }))}\n`;
    }
    counts.slowest.push({ name: data.name, ms: Math.round(data.details.duration_ms) });
  }
  counts.slowest = counts.slowest.sort((a, b) => b.ms - a.ms).slice(0, 10);
  if (process.env.COUNTS) writeFileSync(process.env.COUNTS, JSON.stringify(counts));
  yield `${counts.passed} passed, ${counts.failed} failed\n`;
}

function indent(text) {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
