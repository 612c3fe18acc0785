import { expect, test } from 'vitest';
import { windowAddress } from '../../tasks/startServerWindow.mjs';

test('the address names the folder in words that can be read', () => {
  expect(windowAddress({ port: 4680, folder: '/home/ada/a b', file: undefined })).toBe(
    'http://127.0.0.1:4680/?folder=/home/ada/a+b',
  );
});

test('the file to show is an address of the same server', () => {
  const url = new URL(windowAddress({ port: 4680, folder: '/shop', file: '/shop/src/a b&c.ts' }));
  const [[kind, file]] = JSON.parse(url.searchParams.get('payload') ?? '');
  expect(url.searchParams.get('folder')).toBe('/shop');
  expect(kind).toBe('openFile');
  expect(file).toBe('vscode-remote://127.0.0.1:4680/shop/src/a%20b&c.ts');
});
