// Writes the counts of a test run to the file that TEST_RESULTS names, for .ci/run.
import { writeFileSync } from 'node:fs';

export default class ResultsReporter {
  onRunComplete(_contexts, results) {
    const file = process.env.TEST_RESULTS;
    if (!file) return;
    const tests = results.testResults.flatMap((one) => one.testResults);
    const skipped = tests.filter((one) => one.status === 'pending' || one.status === 'todo');
    const counts = {
      passed: results.numPassedTests,
      // A file that could not be run at all has no tests that failed.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: skipped.map((one) => one.fullName),
    };
    writeFileSync(file, JSON.stringify(counts));
  }
}
