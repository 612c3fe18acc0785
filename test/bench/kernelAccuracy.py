#!/usr/bin/env python3
"""Judges values of the kernel by 40-digit arithmetic (Debian: python3-mpmath). Called by kernelAccuracy.mjs.

usage: python3 kernelAccuracy.py POINTS.json      lines: {"function", "class", "target", "points": [[args, value], ...]}

Nothing here is shared with the kernel: sums of positive terms in whole-number arithmetic for the incomplete beta and
gamma functions, the trapezoidal rule over ln S for the noncentral t distribution, exact masses for counts.
"""
import json
import math
import sys
import time

from mpmath import mp, mpf, erfc, exp, expm1, floor, gammainc, log, log1p, loggamma, pi, sqrt, workdps

mp.dps = 45


# Shares that have to add up to 1 in calculations with several hundred digits.
EXACT = 500

# --- incomplete beta and gamma: (lower, upper), each to about 40 digits of itself ---------------------------------

def series(top, bottom, ratio, bits):
    """1 + ratio top/bottom + ratio² top(top+1)/(bottom(bottom+1)) + ... for exact mpf arguments, fixed point."""
    scale = 1 << bits
    a, b, x = int(top * scale), int(bottom * scale), int(ratio * scale)
    term = total = scale
    while True:
        term = (term * a // b) * x >> bits
        a += scale
        b += scale
        if term == 0:
            return mpf(total) / scale
        total += term
        if term < total >> bits and a * x < b * scale:
            return mpf(total) / scale


def rising(bottom, ratio, bits):
    """1 + ratio/bottom + ratio²/(bottom(bottom+1)) + ..."""
    scale = 1 << bits
    b, x = int(bottom * scale), int(ratio * scale)
    term = total = scale
    while term > 0:
        term = term * x // b
        b += scale
        total += term
        if b > x and term < total >> bits:
            break
    return mpf(total) / scale


def beta_lower(x, y, a, b, digits):
    """I_x(a, b) from its series in x, all terms positive."""
    with workdps(digits + 20):
        factor = a * log(x) + b * log(y) + loggamma(a + b) - loggamma(a + 1) - loggamma(b)
        return exp(factor) * series(a + b, a + 1, x, int((digits + 12) * 3.33))


def beta_both(x, y, a, b):
    """(I_x(a, b), its complement): the smaller one directly or with digits enough to survive 1 - it."""
    if a * y < b * x:
        upper, lower = beta_both(y, x, b, a)
        return lower, upper
    n = a + b
    direct = math.sqrt(180 * float(a / y)) + 60 / max(1e-9, float(1 - x))
    other = max(0.0, float((n * y - b) / x)) + math.sqrt(180 * float((b + max(0, (n * y - b) / x)) / x)) + 60 / max(1e-9, float(x))
    if direct <= 3 * other:
        low = beta_lower(x, y, a, b, 45)
        return low, 1 - low
    up = beta_lower(y, x, b, a, 60)
    low = 1 - up
    digits = 60 - int(mp.log10(low)) if low > mpf(10) ** -50 else 400
    with workdps(digits + 20):
        low = 1 - beta_lower(y, x, b, a, digits)
    return low, 1 - low


def gamma_both(a, x):
    """(P(a, x), Q(a, x)). P from its series; Q = 1 - P with digits enough."""
    def lower(digits):
        with workdps(digits + 20):
            factor = a * log(x) - x - loggamma(a + 1)
            return exp(factor) * rising(a + 1, x, int((digits + 12) * 3.33))

    if x <= a + 1:
        low = lower(45)
        return low, 1 - low
    guess = float((a * log(x) - x - loggamma(a)) / log(mpf(10)))
    digits = 55 + max(0, int(-guess))
    with workdps(digits + 20):
        up = 1 - lower(digits)
    return 1 - up, up


# --- distributions: each returns (lower, upper), or (value,) ------------------------------------------------------

def normal(z):
    root = sqrt(mpf(2))
    return erfc(-z / root) / 2, erfc(z / root) / 2


def student(t, df):
    with workdps(EXACT):
        whole = df + t * t
        x, y = df / whole, t * t / whole
    low, up = beta_both(x, y, df / 2, mpf(1) / 2) if t != 0 else (mpf(1), mpf(0))
    return (low / 2, (1 + up) / 2) if t < 0 else ((1 + up) / 2, low / 2)


def ln_phi(z):
    """ln Φ(z) and, from it, all digits of a small Φ."""
    return log(erfc(-z / sqrt(mpf(2))) / 2)


def noncentral_t_lower(t, df, ncp):
    """E[Φ(t S - ncp)] by the trapezoidal rule over u = ln S, halved until it stands still to 1e-25."""
    with workdps(40):
        half = df / 2
        constant = log(mpf(2)) + half * log(half) - loggamma(half)

        def value(u):
            s = exp(u)
            return constant + df * u - half * s * s + ln_phi(t * s - ncp)

        def approximate(u):
            s = math.exp(u)
            z = float(t) * s - float(ncp)
            if z < -35:
                tail = -z * z / 2 - math.log(-z) - 0.919
            else:
                tail = math.log(0.5 * math.erfc(-z / math.sqrt(2)))
            return -float(half) * (math.expm1(2 * u) - 2 * u) + tail

        low, high = -60.0, 8.0
        while high - low > 1e-6:
            left, right = low + (high - low) / 3, high - (high - low) / 3
            if approximate(left) < approximate(right):
                low = left
            else:
                high = right
        mode = (low + high) / 2
        top = approximate(mode)

        def reach(sign):
            inner, outer = 0.0, 1e-6
            while top - approximate(mode + sign * outer) < 62:
                inner, outer = outer, outer * 2
            for _ in range(20):
                middle = (inner + outer) / 2
                inner, outer = (middle, outer) if top - approximate(mode + sign * middle) < 62 else (inner, middle)
            return outer

        left, right = mpf(mode - reach(-1)), mpf(mode + reach(1))
        nodes = 48
        step = (right - left) / nodes
        total = sum(exp(value(left + i * step)) for i in range(nodes + 1))
        result = total * step
        for _ in range(9):
            total += sum(exp(value(left + (i + mpf(1) / 2) * step)) for i in range(nodes))
            step /= 2
            nodes *= 2
            if abs(total * step - result) < mpf(10) ** -17 * total * step:
                return total * step
            result = total * step
    raise ArithmeticError('no convergence')


def noncentral_chi_square(x, df, ncp):
    """Poisson weights times gamma tails; the tails by adding up masses from the far end."""
    with workdps(60):
        a, half, y = df / 2, ncp / 2, x / 2
        peak = int((-a + sqrt(a * a + 4 * half * y)) / 2)
        centre = int(half)
        first = max(0, min(peak, centre) - int(18 * math.sqrt(min(peak, centre) + 1)) - 60)
        last = max(peak, centre) + int(18 * math.sqrt(max(peak, centre) + 1)) + 60
        count = last - first + 1
        ln_w = first * log(half) - half - loggamma(mpf(first + 1)) if half > 0 else mpf(0)
        ln_t = (a + first) * log(y) - y - loggamma(a + first + 1)
        weights, masses = [], []
        w, t = exp(ln_w), exp(ln_t)
        for j in range(first, last + 1):
            weights.append(w)
            masses.append(t)
            w = w * half / (j + 1)
            t = t * y / (a + j + 1)
        lower = [mpf(0)] * count
        tail = gamma_both(a + last, y)[0]
        for i in range(count - 1, -1, -1):
            lower[i] = tail
            if i > 0:
                tail += masses[i - 1]
        upper = [mpf(0)] * count
        tail = gamma_both(a + first, y)[1]
        for i in range(count):
            upper[i] = tail
            tail += masses[i]
        return sum(w * p for w, p in zip(weights, lower)), sum(w * q for w, q in zip(weights, upper))


def beta(x, a, b):
    with workdps(EXACT):
        y = 1 - x
    return beta_both(x, y, a, b)


def fisher_f(f, d1, d2):
    with workdps(EXACT):
        whole = d1 * f + d2
        x, y = d1 * f / whole, d2 / whole
    return beta_both(x, y, d1 / 2, d2 / 2)


def gamma(x, shape, scale):
    with workdps(70):
        ratio = x / scale
    return gamma_both(shape, ratio)


def chi_square(x, df):
    return gamma_both(df / 2, x / 2)


def binomial(k, n, p):
    with workdps(EXACT):
        q = 1 - p
    upper, lower = beta_both(p, q, k + 1, n - k)
    return lower, upper


def poisson(k, mean):
    lower, upper = gamma_both(k + 1, mean)
    return upper, lower


def negative_binomial(k, size, mean):
    with workdps(EXACT):
        p, q = size / (size + mean), mean / (size + mean)
    return beta_both(p, q, size, k + 1)


def ln_choose(n, k):
    return loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1)


def hypergeometric_mass(k, population, marked, draws):
    return exp(ln_choose(marked, k) + ln_choose(population - marked, draws - k) - ln_choose(population, draws))


def hypergeometric(k, population, marked, draws):
    """The masses from k downwards and from k + 1 upwards, by exact ratios in whole-number arithmetic."""
    bits = 180
    m, n, d, kk = int(marked), int(population - marked), int(draws), int(k)
    term = total = 1 << bits
    i = kk
    while term and i > 0:
        term = term * i * (n - d + i) // ((m - i + 1) * (d - i + 1))
        total += term
        i -= 1
        if term < total >> 150 and i * (n - d + i) < (m - i + 1) * (d - i + 1):
            break
    mass = hypergeometric_mass(k, population, marked, draws)
    lower = mass * total / (1 << bits)
    term = total = 0
    term = (1 << bits) * (m - kk) * (d - kk) // ((kk + 1) * (n - d + kk + 1))
    i = kk + 1
    while term:
        total += term
        term = term * (m - i) * (d - i) // ((i + 1) * (n - d + i + 1))
        i += 1
        if term < total >> 150 and (m - i) * (d - i) < (i + 1) * (n - d + i + 1):
            break
    return lower, mass * total / (1 << bits)


def binomial_mass(k, n, p):
    with workdps(70):
        return exp(ln_choose(n, k) + k * log(p) + (n - k) * log1p(-p))


def poisson_mass(k, mean):
    with workdps(70):
        return exp(k * log(mean) - mean - loggamma(k + 1))


def negative_binomial_mass(k, size, mean):
    with workdps(70):
        whole = size + mean
        return exp(loggamma(size + k) - loggamma(size) - loggamma(k + 1) + size * log(size / whole) + k * log(mean / whole))


# --- densities, for judging a quantile by how far its cdf is off ---------------------------------------------------

def normal_density(z):
    return exp(-z * z / 2) / sqrt(2 * pi)


def t_density(t, df):
    return exp(loggamma((df + 1) / 2) - loggamma(df / 2) - (df + 1) / 2 * log1p(t * t / df)) / sqrt(pi * df)


def beta_density(x, a, b):
    return exp((a - 1) * log(x) + (b - 1) * log1p(-x) + loggamma(a + b) - loggamma(a) - loggamma(b))


def gamma_density(x, shape, scale):
    return exp((shape - 1) * log(x / scale) - x / scale - loggamma(shape)) / scale


def f_density(f, d1, d2):
    x = d1 * f / (d1 * f + d2)
    return beta_density(x, d1 / 2, d2 / 2) * d1 * d2 / (d1 * f + d2) ** 2


# --- what is right: each takes arguments and the computed value, and returns the right value ----------------------

def quantile(cdf, density):
    """The right quantile, by one step of Newton's from the computed one, which squares its small error."""
    def right(args, value):
        p, parameters, x = args[0], args[1:], mpf(value)
        lower, upper = cdf(x, *parameters)
        with workdps(60):
            off = lower - p if lower < upper else (1 - p) - upper
        return x - off / density(x, *parameters)
    return right


def upper_quantile(cdf, density):
    def right(args, value):
        q, parameters, x = args[0], args[1:], mpf(value)
        lower, upper = cdf(x, *parameters)
        with workdps(60):
            off = upper - q if upper < lower else (1 - q) - lower
        return x + off / density(x, *parameters)
    return right


def of(reference):
    return lambda args, value: reference(*args)


def lower(cdf):
    return lambda args, value: cdf(*args)[0]


def upper(cdf):
    return lambda args, value: cdf(*args)[1]


rights = {
    'logGamma': of(lambda x: loggamma(x)),
    'erfc': of(lambda x: erfc(x)),
    'expm1': of(lambda x: expm1(x)),
    'normalCdf': lower(normal),
    'normalUpperTail': upper(normal),
    'normalQuantile': quantile(normal, normal_density),
    'tCdf': lower(student),
    'tUpperTail': upper(student),
    'tQuantile': quantile(student, t_density),
    'noncentralTCdf': of(noncentral_t_lower),
    'noncentralTUpperTail': of(lambda t, df, ncp: noncentral_t_lower(-t, df, -ncp)),
    'chiSquareCdf': lower(chi_square),
    'chiSquareUpperTail': upper(chi_square),
    'chiSquareQuantile': quantile(chi_square, lambda x, df: gamma_density(x, df / 2, mpf(2))),
    'chiSquareUpperQuantile': upper_quantile(chi_square, lambda x, df: gamma_density(x, df / 2, mpf(2))),
    'noncentralChiSquareCdf': lower(noncentral_chi_square),
    'noncentralChiSquareUpperTail': upper(noncentral_chi_square),
    'betaCdf': lower(beta),
    'betaUpperTail': upper(beta),
    'betaQuantile': quantile(beta, beta_density),
    'gammaCdf': lower(gamma),
    'gammaUpperTail': upper(gamma),
    'gammaQuantile': quantile(gamma, gamma_density),
    'fCdf': lower(fisher_f),
    'fUpperTail': upper(fisher_f),
    'fQuantile': quantile(fisher_f, f_density),
    'binomialPmf': of(binomial_mass),
    'binomialCdf': lower(binomial),
    'binomialUpperTail': upper(binomial),
    'logBinomialCdf': lambda args, value: log(binomial(*args)[0]),
    'logBinomialUpperTail': lambda args, value: log(binomial(*args)[1]),
    'poissonPmf': of(poisson_mass),
    'poissonCdf': lower(poisson),
    'poissonUpperTail': upper(poisson),
    'negativeBinomialPmf': of(negative_binomial_mass),
    'negativeBinomialCdf': lower(negative_binomial),
    'negativeBinomialUpperTail': upper(negative_binomial),
    'hypergeometricPmf': of(hypergeometric_mass),
    'hypergeometricCdf': lower(hypergeometric),
    'hypergeometricUpperTail': upper(hypergeometric),
}


def error_of(name, value, right):
    """Relative; of a logarithm absolute, which is the relative error of what it is the logarithm of."""
    if value is None:
        return mpf('inf')
    off = abs(mpf(value) - right)
    return off if name.startswith('logB') else off / abs(right)


def right_values(table):
    for args, value in table['points']:
        yield args, value, rights[table['function']]([mpf(x) for x in args], value)


def judge(tables):
    missed = 0
    print(f"{'function':31}{'points':46}{'number':>7}{'worst error':>13}{'target':>9}", flush=True)
    for table in tables:
        began = time.time()
        worst, at = mpf(0), None
        for args, value, right in right_values(table):
            error = error_of(table['function'], value, right)
            if error > worst:
                worst, at = error, (args, value)
        met = worst <= table['target']
        missed += not met
        print(f"{table['function']:31}{table['class']:46}{len(table['points']):7}{float(worst):13.1e}{table['target']:9.0e}"
              + ('' if met else '  MISSED'), flush=True)
        if '--where' in sys.argv:
            print(f"    {at} {time.time() - began:.1f} s", flush=True)
    return 1 if missed else 0


def write(tables):
    """The right values, for test/fixtures/stats/distributions.json."""
    for table in tables:
        rows = [[args, float(right)] for args, _, right in right_values(table)]
        print(json.dumps({'function': table['function'], 'points': table['class'], 'target': table['target'], 'rows': rows}))
    return 0


with open(sys.argv[1], encoding='utf8') as lines:
    read = (json.loads(line) for line in lines)
    sys.exit(write(read) if '--values' in sys.argv else judge(read))
