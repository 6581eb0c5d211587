// A reporter for @web/test-runner: the counts as JSON to the file COUNTS names. A page that breaks counts as a failure.
import { writeFileSync } from 'node:fs';

export function countBrowser() {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, slowest: [] };
      for (const session of sessions) {
        if (session.errors.length > 0 || !session.testResults) counts.failed++;
        if (session.testResults) countSuite(session.testResults, counts);
      }
      counts.slowest = counts.slowest.sort((a, b) => b.ms - a.ms).slice(0, 10);
      if (process.env.COUNTS) writeFileSync(process.env.COUNTS, JSON.stringify(counts));
    },
  };
}

function countSuite(suite, counts) {
  for (const test of suite.tests) {
    if (test.skipped) continue;
    if (test.passed) counts.passed++;
    else counts.failed++;
    counts.slowest.push({ name: test.name, ms: Math.round(test.duration ?? 0) });
  }
  for (const inner of suite.suites) countSuite(inner, counts);
}
