/** The files of the suite, found when it is bundled; see test/host/driver/bundleSuite.ts. */
declare module 'flaglab:test-files' {
  export function loadTestFiles(): void;
}

/** mocha's browser build: defines the global class `Mocha`. */
declare module 'mocha/mocha.js';
