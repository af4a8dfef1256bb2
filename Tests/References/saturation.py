"""Losses and gradients of saturated answers to 30 digits, for SaturationTests. Needs mpmath."""

from mpmath import exp, log, mp, mpf

mp.dps = 30


def sigma(z):
    return 1 / (1 + exp(-mpf(z)))


print("loss of logits 12 and 9 toward 0 and 1:", (log(1 + exp(mpf(12))) + log(1 + exp(mpf(-9)))) / 2)
print("by the logits:", sigma(12) / 2, -sigma(-9) / 2)
print("by the first output:", (1 + exp(mpf(12))) / 2)
print("loss of logits 20 and 0 toward the first class:", log(1 + exp(mpf(-20))))
print("by the logits: ±", sigma(-20))
print(
    "divergence of 0.3, 0.7 from the softmax of 0.4, 0:",
    sum(t * log(t / p) for t, p in [(mpf("0.3"), sigma(mpf("0.4"))), (mpf("0.7"), sigma(mpf("-0.4")))]))
