"""Intervals, quantiles, tests and curves for StatisticsTests, from NumPy and SciPy. Run: python3 statistics.py"""

import numpy as np
from scipy import stats

for k, n, level in [(43, 45, 0.95), (97, 100, 0.95), (0, 48, 0.95), (9, 10, 0.99), (263, 269, 0.95), (48, 48, 0.9)]:
    ci = stats.binomtest(k, n).proportion_ci(confidence_level=level, method="wilson")
    print("wilson", k, n, level, repr(float(ci.low)), repr(float(ci.high)))

values = np.array([0.31, 0.12, 0.55, 0.47, 0.12, 0.9, 0.08])
print("mean", repr(float(values.mean())), "sd", repr(float(values.std(ddof=1))))
for p in (0, 0.1, 0.25, 0.5, 0.9, 1):
    print("quantile", p, repr(float(np.quantile(values, p))))

for wins, losses in [(9, 1), (7, 3), (10, 0), (5, 5), (3, 12), (60, 40)]:
    print("sign", wins, losses, repr(float(stats.binomtest(wins, wins + losses).pvalue)))

scores = np.array([0.9, 0.8, 0.8, 0.7, 0.55, 0.5, 0.5, 0.3, 0.2, 0.05])
truths = np.array([1, 1, 0, 1, 0, 1, 0, 0, 1, 0])
u = stats.mannwhitneyu(scores[truths == 1], scores[truths == 0]).statistic
print("auc", repr(float(u / 25)))
recall, total = 0.0, 0.0
for t in sorted(set(scores), reverse=True):
    yes = scores >= t
    p, r = truths[yes].mean(), truths[yes].sum() / truths.sum()
    total += (r - recall) * p
    recall = r
print("average precision", repr(float(total)))
bins = np.minimum((scores * 5).astype(int), 4)
ece = sum((bins == b).mean() * abs(scores[bins == b].mean() - truths[bins == b].mean()) for b in set(bins))
print("calibration error", repr(float(ece)))
