/** Runs a generator to its end and gives what it comes to: for callers that need not give way meanwhile. */
export function finished<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
