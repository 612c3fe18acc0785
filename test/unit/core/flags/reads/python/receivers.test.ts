import { expect, test } from 'vitest';
import { readsOf } from '../../../../../support/readsOf';

const unleash = 'from UnleashClient import UnleashClient\n';
const waffle = 'from waffle import flag_is_active\n';

/** Files, and the reads that a person finds in them. */
test.each<[string, Record<string, string>, readonly string[]]>([
  [
    'an attribute that a constructor sets',
    {
      'a.py':
        `${unleash}class S:\n  def __init__(self):\n    self.c = UnleashClient(url="u")\n` +
        '  def f(self, x):\n    x(self.c.is_enabled("k"))\n',
    },
    ['a.py:6 is_enabled k'],
  ],
  [
    'an attribute of the class',
    {
      'a.py': `${unleash}class S:\n  c: UnleashClient = None\n\ndef f(s: S):\n  s.c.is_enabled("k")\n`,
    },
    ['a.py:6 is_enabled k'],
  ],
  [
    'what a base class of another file holds',
    {
      'base.py': `${unleash}class Base:\n  client = UnleashClient(url="u")\n`,
      'a.py':
        'from base import Base\nclass S(Base):\n  def f(self, x):\n    x(self.client.is_enabled("k"))\n',
    },
    ['a.py:4 is_enabled k via client Base@base.py'],
  ],
  [
    'a class that extends a client',
    {
      'a.py': `${unleash}class Own(UnleashClient):\n  pass\n\nown = Own(url="u")\nown.is_enabled("k")\n`,
    },
    ['a.py:6 is_enabled k'],
  ],
  [
    'super()',
    {
      'a.py':
        `${unleash}class Own(UnleashClient):\n  def is_new(self, x):\n` +
        '    x(super().is_enabled("k"))\n',
    },
    ['a.py:4 is_enabled k'],
  ],
  [
    'a context manager',
    { 'a.py': `${unleash}with UnleashClient(url="u") as c:\n  c.is_enabled("k")\n` },
    ['a.py:3 is_enabled k'],
  ],
  [
    'an import in a function, another one in a try',
    {
      'a.py':
        'try:\n  from UnleashClient import UnleashClient as U\nexcept ImportError:\n  U = None\n' +
        'def f():\n  from waffle import flag_is_active as on\n  on(None, "w")\n  U(url="u").is_enabled("k")\n',
    },
    ['a.py:7 flag_is_active w', 'a.py:8 is_enabled k'],
  ],
  [
    'everything of a module imported',
    {
      'flags.py': `${waffle}NEW = "new"\n`,
      'a.py': 'from flags import *\nflag_is_active(None, NEW)\n',
    },
    ['a.py:2 flag_is_active new via client flag_is_active@flags.py, NEW@flags.py'],
  ],
  [
    'constants of relative modules',
    {
      'shop/flags.py': 'class Flags:\n  NEW = "new"\n',
      'shop/cart/__init__.py': 'from ..flags import Flags as F\n',
      'shop/cart/view.py':
        `${waffle}from . import F\nfrom .. import flags\nfrom ..flags import Flags\n` +
        'flag_is_active(None, Flags.NEW)\nflag_is_active(None, flags.Flags.NEW)\nflag_is_active(None, F.NEW)\n',
    },
    [
      'shop/cart/view.py:5 flag_is_active new via Flags.NEW@shop/flags.py',
      'shop/cart/view.py:6 flag_is_active new via Flags.NEW@shop/flags.py',
      'shop/cart/view.py:7 flag_is_active new via Flags.NEW@shop/flags.py',
    ],
  ],
  [
    'partial application',
    {
      'a.py':
        `${waffle}from functools import partial\non = partial(flag_is_active, None)\n` +
        'on("k")\npartial(flag_is_active, None, "p")\n',
    },
    ['a.py:4 flag_is_active k', 'a.py:5 flag_is_active p'],
  ],
  [
    'a function under another name',
    { 'a.py': `${waffle}on = flag_is_active\non(None, "k")\n` },
    ['a.py:3 flag_is_active k'],
  ],
  [
    'a function that hands on its parameter, and one that calls it',
    {
      'shop/flags.py': `${waffle}def on(name, request=None):\n  return flag_is_active(request, name)\n`,
      'shop/cart.py': 'from shop.flags import on\nif on("cart"):\n  pass\non(name="named")\n',
    },
    [
      'shop/cart.py:2 on cart via wrapper on@shop/flags.py',
      'shop/cart.py:4 on named via wrapper on@shop/flags.py',
    ],
  ],
  [
    'a function for one flag',
    {
      'flags.py': `${waffle}def is_new(request):\n  if flag_is_active(request, "new"):\n    return True\n  return False\n`,
      'cart.py': 'import flags\nx = not flags.is_new(None)\n',
    },
    ['cart.py:2 is_new new via wrapper is_new@flags.py', 'flags.py:3 flag_is_active new'],
  ],
  [
    'a function that renders what is read is none',
    {
      'views.py': `${waffle}def page(request):\n  return render(request, flag_is_active(request, "new"))\n`,
      'urls.py': 'import views\nx = views.page(None)\n',
    },
    ['views.py:3 flag_is_active new'],
  ],
  [
    'a getter',
    {
      'user.py': `${waffle}class User:\n  @property\n  def is_new(self):\n    return flag_is_active(None, "new")\n\nuser = User()\n`,
      'a.py': 'from user import user\nif user.is_new:\n  pass\n',
    },
    ['a.py:2 is_new new via wrapper is_new@user.py', 'user.py:5 flag_is_active new'],
  ],
  [
    'an enum that is handed on',
    {
      'flags.py':
        `${waffle}from enum import Enum\nclass Flag(Enum):\n  NEW = "new"\n\n` +
        'def on(flag: Flag):\n  return flag_is_active(None, flag.value)\n',
      'a.py': 'from flags import Flag, on\non(Flag.NEW)\n',
    },
    ['a.py:2 on new via wrapper on@flags.py, Flag.NEW@flags.py, Flag.value@flags.py'],
  ],
  [
    'a method of an enum that reads its own flag',
    {
      'flags.py':
        `${waffle}from enum import Enum\nclass Flag(Enum):\n  NEW = "new"\n  OLD = "old"\n\n` +
        '  def on(self, request):\n    return flag_is_active(request, self.value)\n',
      'a.py': 'from flags import Flag\nx = Flag.NEW.on(None)\n',
    },
    ['a.py:2 on new via wrapper on@flags.py'],
  ],
  [
    'an enum with a constructor of its own',
    {
      'flags.py':
        'from enum import Enum\nclass Flag(Enum):\n  NEW = ("new", True)\n\n' +
        '  def __init__(self, key, default):\n    self.key = key\n',
      'a.py': `${waffle}from flags import Flag\nflag_is_active(None, Flag.NEW.key)\n`,
    },
    ['a.py:3 flag_is_active new via Flag.NEW@flags.py, Flag.key@flags.py'],
  ],
])('%s', async (_, files, expected) => {
  expect(await readsOf(files)).toEqual(expected);
});

/** Calls that look like reads and are none. */
test.each<[string, Record<string, string>]>([
  ['a parameter of the same name', { 'a.py': `${waffle}def f(is_enabled):\n  is_enabled("k")\n` }],
  [
    'a function of the file itself',
    { 'a.py': `import waffle\ndef flag_is_active(a, b):\n  pass\n\nflag_is_active(None, "k")\n` },
  ],
  ['text', { 'a.py': `${waffle}x = """\nflag_is_active(None, "k")\n"""\n` }],
  ['a comment', { 'a.py': `${waffle}# flag_is_active(None, "k")\n` }],
  [
    'a method of a class beside a client',
    {
      'a.py': `${unleash}class Row:\n  def is_enabled(self, x):\n    return x\n\nRow().is_enabled("k")\n`,
    },
  ],
])('%s is no read', async (_, files) => {
  expect(await readsOf(files)).toEqual([]);
});
