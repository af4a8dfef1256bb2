import Networks

extension PoissonLoss: ScalarOutputwiseLoss {
    func unrolled(_ o: Scalar, _ t: Scalar) -> Scalar {
        t.value == 0 ? o : o - t * log(epsilon == 0 ? o : o + epsilon)
    }
}

extension PoissonFromLogarithmLoss: ScalarOutputwiseLoss {
    func unrolled(_ o: Scalar, _ t: Scalar) -> Scalar { exp(o) - t * o }
}

extension SquaredLogarithmicLoss: ScalarOutputwiseLoss {
    func unrolled(_ o: Scalar, _ t: Scalar) -> Scalar { pow(log(1 + t) - log(1 + o), 2) }
}

extension PercentageLoss: ScalarOutputwiseLoss {
    func unrolled(_ o: Scalar, _ t: Scalar) -> Scalar { 100 * abs(t - o) / max(abs(t.value), epsilon) }
}

extension LogCoshLoss: ScalarOutputwiseLoss {
    func unrolled(_ o: Scalar, _ t: Scalar) -> Scalar {
        let distance = o - t
        // e^|d| would overflow long before the loss does.
        guard abs(distance.value) > 300 else { return log(0.5 * (exp(distance) + exp(-distance))) }
        return abs(distance) + log(0.5 * (1 + exp(-2 * abs(distance))))
    }
}

extension SquaredHingeLoss: ScalarOutputwiseLoss {
    func unrolled(_ o: Scalar, _ t: Scalar) -> Scalar { pow(max(0, 1 - t * o), 2) }
}

extension ContrastiveLoss: ScalarOutputwiseLoss {
    func unrolled(_ o: Scalar, _ t: Scalar) -> Scalar { t * pow(o, 2) + (1 - t) * pow(max(0, margin - o), 2) }
}

extension CategoricalHingeLoss: ScalarLoss {
    func unrolled(_ outputs: [Scalar], _ targets: [Scalar]) -> Scalar {
        let rival = Scalar(.maximum, zip(outputs, targets).map { (1 - $1) * $0 })
        return max(0, 1 + rival - weightedSum(targets, outputs))
    }
}

extension MultiClassHingeLoss: ScalarLoss {
    func unrolled(_ outputs: [Scalar], _ targets: [Scalar]) -> Scalar {
        let own = weightedSum(targets, outputs)
        let whole = sum(zip(outputs, targets).map { (1 - $1) * max(0, margin + $0 - own) })
        return reduction == .mean ? whole / Double(outputs.count) : whole
    }
}

extension CosineLoss: ScalarLoss {
    func unrolled(_ outputs: [Scalar], _ targets: [Scalar]) -> Scalar {
        func norm(_ numbers: [Scalar]) -> Scalar {
            let whole = sum(numbers.map { pow($0, 2) })
            return whole.value.squareRoot() > Self.epsilon ? sqrt(whole) : Scalar(constant: Self.epsilon)
        }
        return 1 - weightedSum(targets, outputs) / (norm(targets) * norm(outputs))
    }
}

extension DiceLoss: ScalarLoss {
    func unrolled(_ outputs: [Scalar], _ targets: [Scalar]) -> Scalar {
        let (above, below) = (2 * weightedSum(targets, outputs), sum(targets + outputs))
        // Nothing overlaps where there is nothing.
        if smoothing == 0, above.value == 0, below.value == 0 { return 1 - above }
        return 1 - (smoothing == 0 ? above / below : (above + smoothing) / (below + smoothing))
    }
}

extension BinaryFocalLoss: ScalarOutputwiseLoss {
    func unrolled(_ o: Scalar, _ t: Scalar) -> Scalar {
        let yes = t.value == 0 ? nil : (alpha.map { $0 * t } ?? t) * pow(1 - o, gamma) * log(o)
        let no = t.value == 1 ? nil : (alpha.map { (1 - $0) * (1 - t) } ?? 1 - t) * pow(o, gamma) * log(1 - o)
        return -sum([yes, no].compactMap { $0 })
    }
}

extension CategoricalFocalLoss: ScalarOutputwiseLoss {
    func unrolled(_ o: Scalar, _ t: Scalar) -> Scalar {
        t.value == 0 ? Scalar(constant: 0) : -(alpha == 1 ? t : alpha * t) * pow(1 - o, gamma) * log(o)
    }
}

extension BinaryCrossEntropyWithEpsilon: ScalarOutputwiseLoss {
    func unrolled(_ o: Scalar, _ t: Scalar) -> Scalar {
        let yes = t.value == 0 ? nil : t * log(o + epsilon)
        let no = t.value == 1 ? nil : (1 - t) * log(1 - o + epsilon)
        return -sum([yes, no].compactMap { $0 })
    }
}

extension CategoricalCrossEntropyWithEpsilon: ScalarOutputwiseLoss {
    func unrolled(_ o: Scalar, _ t: Scalar) -> Scalar { t.value == 0 ? Scalar(constant: 0) : -(t * log(o + epsilon)) }
}

extension NegativeLogLikelihoodLoss: ScalarOutputwiseLoss {
    func unrolled(_ o: Scalar, _ t: Scalar) -> Scalar { t.value == 0 ? Scalar(constant: 0) : -(t * o) }
}

extension GaussianLikelihoodLoss: ScalarLoss {
    func unrolled(_ outputs: [Scalar], _ targets: [Scalar]) -> Scalar {
        let count = targets.count
        let parts = targets.indices.map { index -> Scalar in
            let s = outputs[count + index]
            let part = 0.5 * (s + pow(targets[index] - outputs[index], 2) * exp(-s))
            return full ? part + 0.5 * log(Scalar(constant: 2 * Double.pi)) : part
        }
        return count == 1 ? parts[0] : sum(parts) / Double(count)
    }
}
