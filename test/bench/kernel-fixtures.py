#!/usr/bin/env python3
"""Values the kernel of src/core/stats is held to, computed with 50 digits by mpmath (Debian: python3-mpmath).

usage: python3 test/bench/kernel-fixtures.py > test/fixtures/stats/kernel.json
       python3 test/bench/kernel-fixtures.py --coefficients      prints the Chebyshev coefficients of scaledErfc.ts

Every argument is an exact double. A value is written as two doubles whose sum has about 32 digits, so that an
error can be told in fractions of a unit in the last place.
"""
import json
import random
import sys

from mpmath import mp, mpf, cos, erfc, exp, gammainc, log, log1p, loggamma, pi, sqrt

mp.dps = 50
rng = random.Random(20261123)


def chebyshev_coefficients(nodes=48, kept=27, middle=3):
    def smooth(t):
        x = middle * (1 + t) / (1 - t)
        if x < 50:
            return (1 + 2 * x) * exp(x * x) * erfc(x)
        total = term = mpf(1)
        for k in range(1, 60):
            following = term * -(2 * k - 1) / (2 * x * x)
            if abs(following) > abs(term):
                break
            term = following
            total += term
        return (1 + 2 * x) * total / (x * sqrt(pi))

    at = [cos(pi * (2 * j + 1) / (2 * nodes)) for j in range(nodes)]
    values = [smooth(t) for t in at]
    return [
        float((2 if k else 1) * sum(v * cos(pi * k * (2 * j + 1) / (2 * nodes)) for j, v in enumerate(values)) / nodes)
        for k in range(kept)
    ]


def upper_tail(z):
    return erfc(z / sqrt(mpf(2))) / 2


def quantile(p):
    """Newton's method on the side where the tail is small, with 50 digits."""
    if p > 0.5:
        return -quantile(1 - p)
    if p == 0.5:
        return mpf(0)
    z = -sqrt(-2 * log(p)) if p < 1e-3 else mpf(-1)
    for _ in range(200):
        step = (erfc(-z / sqrt(mpf(2))) / 2 - p) / (exp(-z * z / 2) / sqrt(2 * pi))
        z -= step
        if abs(step) < abs(z) * mpf(10) ** -40:
            break
    return z


def stirling_error(x):
    return loggamma(x + 1) - ((x + mpf(1) / 2) * log(x) - x + log(2 * pi) / 2)


def deviance(x, mean):
    return x * log(x / mean) + mean - x


def log_binomial_mass(k, n, p):
    return (
        loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1) + k * log(p) + (n - k) * log1p(-p)
    )


def between(low, high, count):
    return [rng.uniform(low, high) for _ in range(count)]


def geometric(low, high, count):
    return [float(exp(mpf(rng.uniform(float(log(mpf(low))), float(log(mpf(high))))))) for _ in range(count)]


def split(value):
    head = float(value)
    return [head, float(value - mpf(head))]


def table(function, arguments):
    return [[list(a), *split(function(*[mpf(x) for x in a]))] for a in arguments]


def single(values):
    return [(v,) for v in values]


def masses():
    for n in (5, 40, 1000, 117170, 10**6, 10**9, 10**12):
        for p in (0.5, 0.2, 0.052, 0.001):
            spread = (n * p * (1 - p)) ** 0.5
            for z in (-6, -3, -1, 0, 0.5, 2, 5, 9):
                k = int(n * p + z * spread)
                if 0 <= k <= n:
                    yield (k, n, p)


tables = {
    'exp': table(exp, single(between(-745, 709.7, 150) + between(-1, 1, 100) + [0.0, 1.0, -1.0, 0.34657, -0.34657, 1e-300, 700.0, -700.0])),
    'log': table(log, single(geometric(1e-307, 1e308, 120) + between(0.5, 2, 150) + [1.0, 2.0, 1 + 2**-52, 1 - 2**-53, 5e-324, 1e-310, 1.7976931348623157e308])),
    'log1p': table(log1p, single(between(-0.999, 2, 120) + geometric(1e-300, 1e300, 60) + [-x for x in geometric(1e-20, 0.5, 60)])),
    'scaledErfc': table(lambda x: exp(x * x) * erfc(x), single(between(0, 6, 100) + geometric(1e-10, 1e4, 60) + [0.0])),
    'erfc': table(erfc, single(between(-6, 6, 100) + between(0, 26, 100))),
    'normalUpperTail': table(upper_tail, single(between(-8, 8, 150) + between(0, 37.4, 100) + [0.0, 37.0, 1.959963984540054])),
    'normalQuantile': table(quantile, single(between(0, 1, 150) + geometric(1e-300, 0.1, 100) + [0.5, 0.025, 0.975, 0.8, 0.9999, 1e-300, 0.5 + 2**-40])),
    'logGamma': table(loggamma, single(between(0.01, 12, 200) + geometric(1e-10, 1e9, 80) + [1 + 1e-9, 2 - 1e-9, 1e12])),
    'stirlingError': table(stirling_error, single(between(0.5, 30, 80) + geometric(1, 1e12, 60) + [float(k) for k in range(1, 21)])),
    'devianceTerm': table(deviance, [(m + d * m**0.5, m) for m in geometric(2, 1e12, 60) for d in (-1.25, 0.001, 3.5) if m + d * m**0.5 > 0]),
    'chiSquareUpperTail': table(
        lambda x, d: gammainc(d / 2, x / 2, regularized=True),
        [(x, float(d)) for d in (1, 2, 3, 5, 9, 30, 99, 400, 2000, 20000) for x in geometric(0.05, 3, 4) for x in (x * d, d + x * 3 * d**0.5)]
        + [(10.828, 1.0), (609.65535744, 1.0), (50.0, 3.0), (1300.0, 2.0)],
    ),
    'logBinomialMass': table(log_binomial_mass, [(float(k), float(n), p) for k, n, p in masses()]),
}

if '--coefficients' in sys.argv:
    print(*chebyshev_coefficients(), sep=',\n')
else:
    import mpmath

    body = ',\n'.join(
        f'    "{name}": [\n' + ',\n'.join('      ' + json.dumps(row) for row in rows) + '\n    ]' for name, rows in tables.items()
    )
    print('{\n  "source": "mpmath %s, 50 digits, by test/bench/kernel-fixtures.py; rows are [arguments, value, rest of the value]",' % mpmath.__version__)
    print('  "tables": {\n' + body + '\n  }\n}')
