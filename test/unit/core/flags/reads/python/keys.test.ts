import { expect, test } from 'vitest';
import { readsOf } from '../../../../../support/readsOf';

const client = 'from openfeature import api\nclient = api.get_client()\n';

/** Reads in a file that has a client: lines count from 1 behind the two that make it. */
async function check(source: string, expected: readonly string[]): Promise<void> {
  const lines = await readsOf({ 'a.py': client + source });
  const behind = (line: string) =>
    line.replace(/a\.py:(\d+) get_boolean_value /, (_, at: string) => `${Number(at) - 2} `);
  expect(lines.map(behind)).toEqual(expected);
}

function read(key: string): string {
  return `client.get_boolean_value(${key}, False)`;
}

/** Ways to write a key, and what a reader finds: the line, the key, the default, the way. */
test.each<[string, string, readonly string[]]>([
  ['a text', read('"k"'), ['1 k = false']],
  ['a text in single quotes', read("'k'"), ['1 k = false']],
  ['a raw text', read('r"a\\b"'), ['1 a\\b = false']],
  ['a text with escapes', read('"\\x6b\\u0065y"'), ['1 key = false']],
  ['a text in three quotes', read('"""k"""'), ['1 k = false']],
  ['an f-string without substitutions', read('f"k"'), ['1 k = false']],
  ['texts side by side', read('"a-" "b"'), ['1 a-b = false']],
  ['a sum of texts', `P = "a-"\n${read('P + "b"')}`, ['2 a-b = false via P']],
  ['an f-string of constants', `P = "a"\n${read('f"{P}-b"')}`, ['2 a-b = false via P']],
  ['a constant', `K = "k"\n${read('K')}`, ['2 k = false via K']],
  ['an annotated constant', `K: Final[str] = "k"\n${read('K')}`, ['2 k = false via K']],
  ['a constant of a class', `class F:\n  K = "k"\n${read('F.K')}`, ['3 k = false via F.K']],
  [
    'a constant of a nested class',
    `class F:\n  class G:\n    K = "k"\n${read('F.G.K')}`,
    ['4 k = false via F.G.K'],
  ],
  [
    'a constant of a base class',
    `class B:\n  K = "k"\nclass F(B):\n  pass\n${read('F.K')}`,
    ['5 k = false via B.K'],
  ],
  ['an entry of a dictionary', `F = {"x": "k"}\n${read('F["x"]')}`, ['2 k = false via F.x']],
  ['an entry got', `F = {"x": "k"}\n${read('F.get("x")')}`, ['2 k = false via F.x']],
  ['an element of a tuple', `F = ("a", "b")\n${read('F[1]')}`, ['2 b = false via F.1']],
  [
    'a member of an enum',
    `from enum import Enum\nclass F(Enum):\n  K = "k"\n${read('F.K.value')}`,
    ['4 k = false via F.K.value'],
  ],
  [
    'a member of an enum of texts',
    `from enum import StrEnum\nclass F(StrEnum):\n  K = "k"\n${read('F.K')}`,
    ['4 k = false via F.K'],
  ],
  [
    'a member of an enum that is text too',
    `import enum\nclass F(str, enum.Enum):\n  K = "k"\n${read('F.K.value')}`,
    ['4 k = false via F.K'],
  ],
  [
    'an automatic member of an enum of texts',
    `from enum import StrEnum, auto\nclass F(StrEnum):\n  K_ONE = auto()\n${read('F.K_ONE')}`,
    ['4 k_one = false via F.K_ONE'],
  ],
  [
    'the name of a member',
    `from enum import Enum\nclass F(Enum):\n  K = 1\n${read('F.K.name')}`,
    ['4 K = false via F.K.name'],
  ],
  [
    'a field of a data class',
    `@dataclass\nclass F:\n  key: str\n  on: bool = False\nS = F("k")\n${read('S.key')}`,
    ['6 k = false via S.key'],
  ],
  [
    'what a constructor keeps',
    `class F:\n  def __init__(self, key):\n    self.key = key\nS = F(key="k")\n${read('S.key')}`,
    ['5 k = false via S.key'],
  ],
  ['one of two', read('"a" if client else "b"'), ['1 a = false', '1 b = false']],
  ['each of a loop', `for k in ("a", "b"):\n  ${read('k')}`, ['2 a = false', '2 b = false']],
  [
    'each of a comprehension',
    `x = [${read('k')} for k in ["a", "b"]]`,
    ['1 a = false', '1 b = false'],
  ],
  ['a local name', `def f():\n  k = "k"\n  return ${read('k')}`, ['3 k = false via k']],
  ['a name given in a condition', `if (k := "k"):\n  ${read('k')}`, ['2 k = false via k']],
  ['names given together', `a, b = "a", "b"\n${read('b')}`, ['2 b = false via b']],
  ['str() of a constant', `K = "k"\n${read('str(K)')}`, ['2 k = false via K']],
  ['getattr', `class F:\n  K = "k"\n${read('getattr(F, "K")')}`, ['3 k = false via F.K']],
])('%s is a key', (_, source, expected) => check(source, expected));

const unknown = 'The key cannot be known:';

/** Keys that nobody can know before the program runs, and why. */
test.each<[string, string, string]>([
  ['a name that changes', `k = "a"\nk = "b"\n${read('k')}`, '`k` changes while the program runs'],
  ['a name that grows', `k = "a"\nk += "b"\n${read('k')}`, '`k` changes while the program runs'],
  [
    'a dictionary that changes',
    `F = {"x": "a"}\nF["x"] = "b"\n${read('F["x"]')}`,
    '`F` changes while the program runs',
  ],
  [
    'a formatted text',
    read('"%s-b" % client'),
    'it is put together while the program runs: "%s-b" % client',
  ],
  [
    'an f-string of something else',
    read('f"{input()}-b"'),
    'it is put together while the program runs: f"{input()}-b"',
  ],
  [
    'an entry nobody knows',
    `F = {"x": "a"}\n${read('F[input()]')}`,
    'it is looked up while the program runs: F[input()]',
  ],
  ['a caught error', `try:\n  pass\nexcept E as e:\n  ${read('e')}`, '`e` is a caught error'],
  ['bytes', read('b"k"'), '`b"k"` is no constant'],
  ['a number', read('1'), '`1` is no text'],
])('%s is no key, with the reason', async (_, source, reason) => {
  const lines = await readsOf({ 'a.py': client + source });
  expect(lines.map((line) => line.replace(/.*get_boolean_value /, ''))).toEqual([
    `${unknown} ${reason}.`,
  ]);
});
