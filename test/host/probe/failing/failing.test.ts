describe('a suite', () => {
  it('passes', () => {});

  it('fails, as the driver must notice', () => {
    throw new Error('on purpose');
  });
});
