"""Makes tango_edges.json: Tango's score interval by brute force, without the closed form of the constrained
maximum likelihood that the product uses.

For each difference the multinomial likelihood is maximised numerically over the one free probability, the score
statistic is formed, and the limits are found by Brent's method. Run: python3 tango.py (numpy, scipy).
"""
import json

import scipy
from scipy import optimize, stats

CASES = [(40, 30, 10), (0, 25, 0), (12, 0, 0), (0, 20, 7), (3, 1, 2), (389, 301, 122), (1, 400, 0), (15, 10, 15)]


def constrained_share(higher, same, lower, delta):
    """The share of `lower` that maximises the likelihood with P(higher) - P(lower) = delta."""
    import math

    least, most = max(0.0, -delta), (1 - delta) / 2

    def loss(q):
        total = 0.0
        for count, p in ((higher, q + delta), (lower, q), (same, 1 - 2 * q - delta)):
            if count:
                if p <= 0:
                    return 1e300
                total -= count * math.log(p)
        return total

    if most - least < 1e-15:
        return least
    # Ternary search on a convex function, then a bounded polish.
    low, high = least, most
    for _ in range(300):
        a, b = low + (high - low) / 3, high - (high - low) / 3
        if loss(a) < loss(b):
            high = b
        else:
            low = a
    return (low + high) / 2


def score(higher, same, lower, delta):
    n = higher + same + lower
    q = constrained_share(higher, same, lower, delta)
    variance = n * (2 * q + delta - delta * delta)
    return (higher - lower - n * delta) / max(variance, 1e-300) ** 0.5


def limits(case, level):
    higher, same, lower = case
    estimate = (higher - lower) / sum(case)
    z = stats.norm.isf((1 - level) / 2)
    high = 1.0 if estimate == 1 else optimize.brentq(lambda d: score(*case, d) + z, estimate, 1 - 1e-12, xtol=1e-13)
    low = -1.0 if estimate == -1 else optimize.brentq(lambda d: score(*case, d) - z, -1 + 1e-12, estimate, xtol=1e-13)
    return low, high


source = f"scipy {scipy.__version__} optimize.brentq on the score statistic, likelihood maximised numerically; tango.py"
expected = {}
for index, case in enumerate(CASES, 1):
    for level in (95, 99):
        low, high = limits(case, level / 100)
        for name, value in (("low", low), ("high", high)):
            expected[f"tango{level}_{name}[{index}]"] = {"value": value, "tolerance": 1e-6, "source": source}
with open("tango_edges.json", "w", encoding="utf-8") as file:
    json.dump(
        {
            "schema": "golden/1",
            "id": "tango_edges",
            "description": "Tango's interval for (higher, same, lower), [i] = 1-based case",
            "dataset": "synthetic",
            "input": {"kind": "directions", "cases": [list(case) for case in CASES]},
            "expected": expected,
        },
        file,
        indent=1,
    )
