import type { ReadContext } from '../../model/flagRead';

const testFolders: ReadonlySet<string> = new Set([
  'test',
  'tests',
  '__tests__',
  '__mocks__',
  '__fixtures__',
  'spec',
  'specs',
  'e2e',
  'cypress',
  'playwright',
  'testing',
  'test-utils',
  'testHelpers',
  'integration-test',
  'integration-tests',
  'mocks',
  'fixtures',
  'stories',
]);

const testFile = /(^|[._-])(test|tests|spec|specs|stories|story|cy|e2e|mock|mocks|bench)\.[^./]+$/i;

/** Folders of Gradle's and Maven's source sets, and projects of .NET: `src/androidTest`, `Acme.Shop.IntegrationTests`. */
const testSet =
  /^(android|common|jvm|unit|integration|functional|acceptance)Tests?$|^test-|^testFixtures$|Tests?$/;

/** Classes of tests, by the custom of Java, Kotlin and C#. */
const testClass = /(Test|Tests|TestCase|Spec|[a-z]IT)\.(java|kt|cs)$/;

/** Files of tests by the customs of Python: pytest finds `test_*.py`, and its fixtures stand in `conftest.py`. */
const pythonTest = /^(test_.*|conftest)\.pyi?$/;

/** Whether a file is a test's own code, by its path relative to the scanned root: tests, mocks and stories are. */
export function readContextOf(file: string): ReadContext {
  const parts = file.split('/');
  const name = parts.pop() ?? '';
  const isTest =
    parts.some((folder) => testFolders.has(folder) || testSet.test(folder)) ||
    testFile.test(name) ||
    testClass.test(name) ||
    pythonTest.test(name);
  return isTest ? 'test' : 'source';
}
