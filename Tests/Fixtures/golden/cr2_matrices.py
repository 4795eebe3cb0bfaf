"""Checks cr2_*.json against CR2 written out in matrices (Bell & McCaffrey 2002), independent of clubSandwich.

Run: python3 cr2_matrices.py (numpy). Prints the greatest relative difference, fails above 1e-9.
"""
import glob
import json

import numpy as np


def cr2(cluster, y):
    cluster, y = np.asarray(cluster), np.asarray(y, float)
    n = len(y)
    x = np.ones((n, 1))
    bread = np.linalg.inv(x.T @ x)
    hat = x @ bread @ x.T
    annihilator = np.eye(n) - hat
    residuals = annihilator @ y
    meat, columns = 0.0, []
    for g in np.unique(cluster):
        rows = np.flatnonzero(cluster == g)
        values, vectors = np.linalg.eigh(annihilator[np.ix_(rows, rows)])
        inverse_root = np.where(values > 1e-10, 1 / np.sqrt(np.maximum(values, 1e-10)), 0)
        adjustment = vectors @ np.diag(inverse_root) @ vectors.T
        score = (bread @ x[rows].T @ adjustment).ravel()
        meat += float(score @ residuals[rows]) ** 2
        columns.append(annihilator[:, rows] @ score)
    gram = np.array(columns) @ np.array(columns).T
    return np.sqrt(meat), np.trace(gram) ** 2 / np.sum(gram**2)


worst = 0.0
for path in sorted(glob.glob("cr2_*.json")):
    with open(path, encoding="utf-8") as file:
        case = json.load(file)
    se, df = cr2(case["input"]["columns"]["cluster"], case["input"]["columns"]["y"])
    for name, value in (("cr2_se", se), ("cr2_df", df)):
        reference = case["expected"][name]["value"]
        worst = max(worst, abs(value - reference) / abs(reference))
print(f"greatest relative difference {worst:.2e}")
assert worst < 1e-9
