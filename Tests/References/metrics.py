"""Metrics by their formulas in NumPy and SciPy: the reference of ScoreTests."""
import numpy as np
from scipy import stats

scores = np.array([0.1, 0.4, 0.35, 0.8, 0.4, 0.9, 0.2, 0.65])
truth = np.array([0, 0, 1, 1, 1, 1, 0, 0])
ones, zeros = scores[truth == 1], scores[truth == 0]
print("AUC", stats.mannwhitneyu(ones, zeros).statistic / (len(ones) * len(zeros)))
print("AUC by pairs", np.mean([(a > b) + 0.5 * (a == b) for a in ones for b in zeros]))

targets = np.array([3.0, -0.5, 2.0, 7.0, 1.0, 0.0, 2.5, 4.0])
answers = 10 * scores
print("RMSE", np.sqrt(np.mean((targets - answers) ** 2)))
print("explained variance", 1 - np.var(targets - answers) / np.var(targets))

confidence = np.maximum(scores, 1 - scores)
right = (scores > 0.5) == (truth == 1)
for bins in [5, 15]:
    edges = np.linspace(0, 1, bins + 1)
    error = 0
    for low, high in zip(edges[:-1], edges[1:]):
        inside = (confidence > low) & (confidence <= high)
        if inside.any():
            error += inside.mean() * abs(right[inside].mean() - confidence[inside].mean())
    print("calibration error", bins, error)
