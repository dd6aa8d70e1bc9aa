// Lists what was skipped, and writes the counts and names of a test run to the file that TEST_RESULTS
// names, for .ci/run.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

export default class ResultsReporter {
  onRunComplete(_contexts, results) {
    const tests = results.testResults.flatMap((one) => one.testResults);
    const skipped = tests.filter((one) => one.status === 'pending' || one.status === 'todo');
    // With a pattern of names all others are skipped on purpose.
    if (skipped.length > 0 && !process.argv.some((one) => /^(?:-t|--testNamePattern)/.test(one))) {
      const titles = new Set(skipped.map((one) => one.ancestorTitles[0] ?? one.title));
      console.error(`\nSkipped here (${skipped.length} tests; CI requires them):`);
      for (const title of titles) console.error(`  ${title}`);
    }
    const file = process.env.TEST_RESULTS;
    if (!file) return;
    const counts = {
      passed: results.numPassedTests,
      // A file that could not be run at all has no tests that failed.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: skipped.map((one) => one.fullName),
      tests: results.testResults.flatMap(({ testFilePath, testResults }) =>
        testResults.map(({ fullName, status }) => ({
          name: `${relative(process.cwd(), testFilePath)} › ${fullName}`,
          status,
        })),
      ),
    };
    writeFileSync(file, JSON.stringify(counts));
  }
}
