"""Sizes and power worked out by statsmodels, for the questions it answers. Input: see cross-check.mjs."""
import csv
import sys
import warnings

try:
    import statsmodels
    from statsmodels.stats.power import NormalIndPower, TTestIndPower, TTestPower
    from statsmodels.stats.proportion import proportion_effectsize, power_proportions_2indep
except ImportError:
    print('statsmodels is not there (Debian: python3-statsmodels): nothing compared with it.')
    sys.exit(0)
try:
    from statsmodels.stats.rates import power_negbinom_ratio_2indep, power_poisson_ratio_2indep
except ImportError:  # before 0.14
    power_negbinom_ratio_2indep = power_poisson_ratio_2indep = None
warnings.simplefilter('ignore')


def number(row, key):
    return float(row[key])


def answer(row):
    """(power at n1 and n2, total) of a plan; None where statsmodels has no answer."""
    question = row['question']
    p1, p2, alpha = (number(row, key) for key in ('p1', 'p2', 'alpha'))
    n1, n2, power = (number(row, key) for key in ('n1', 'n2', 'power'))
    one = row['sides'] == '1'
    side = 'larger' if one else 'two-sided'
    # Their two-sided power counts both tails.
    if not one and row['both'] == '0':
        return None
    ratio = number(row, 'w2') / number(row, 'w1')
    if question == 'arcsine':
        solver, effect = NormalIndPower(), abs(proportion_effectsize(p2, p1))
    elif question == 't':
        solver, effect = TTestIndPower(), abs(p2 - p1) / number(row, 'sd1')
    elif question == 'paired-t':
        effect = abs(p2 - p1) / number(row, 'sd1')
        solver = TTestPower()
        size = solver.solve_power(effect, power=power, alpha=alpha, alternative=side)
        return solver.power(effect, n1, alpha, alternative=side), size
    elif question == 'z-pooled':
        if one and p2 < p1:
            return None
        found = power_proportions_2indep(p2 - p1, p1, n2, ratio=n1 / n2, alpha=alpha, alternative=side)
        return found.power, None
    elif question == 'poisson' and power_poisson_ratio_2indep is not None:
        return power_poisson_ratio_2indep(p2, p1, n2, n1 / n2, value=1, alpha=alpha, alternative='two-sided').power, None
    elif question == 'negative-binomial' and power_negbinom_ratio_2indep is not None:
        return power_negbinom_ratio_2indep(p2, p1, n2, n1 / n2, dispersion=number(row, 'k'), value=1, alpha=alpha).power, None
    else:
        return None
    size = solver.solve_power(effect, power=power, alpha=alpha, ratio=ratio, alternative=side)
    return solver.power(effect, n1, alpha, ratio=n2 / n1, alternative=side), size * (1 + ratio)


worst = {}
with open(sys.argv[1], newline='') as file:
    for row in csv.DictReader(file, delimiter='\t'):
        found = answer(row)
        if found is None:
            continue
        their_power, their_total = found
        plans, size, power = worst.get(row['question'], (0, float('nan'), 0.0))
        power = max(power, abs(number(row, 'our_power') - their_power) / their_power)
        if their_total is not None:
            apart = abs(number(row, 'our_total') - float(their_total)) / float(their_total)
            size = apart if size != size else max(size, apart)
        worst[row['question']] = (plans + 1, size, power)
print(f'\nagainst statsmodels {statsmodels.__version__}: worst relative difference')
print(f"{'question':24} {'plans':>6} {'size':>9} {'power':>9}")
for question, (plans, size, power) in worst.items():
    print(f'{question:24} {plans:6d} {size:9.1e} {power:9.1e}')
