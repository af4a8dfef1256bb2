import Derivations
import Exhibits

/// What each of a network's named numbers is and where: its level and unit, if it belongs to a level of dense units.
///
/// A level begins with a layer that has weights; what follows up to the next one activates it.
struct QuantityIdentities {
    private let named: [NamedScalar]
    private let lossName: String?
    /// Layers with weights, in order.
    private let weightLayers: [Int]
    /// How many weights and how many results a layer has.
    private let weights: [Int: Int]
    private let results: [Int: Int]
    private let inputs: Int

    init(_ named: [NamedScalar], lossName: String? = nil) {
        self.named = named
        self.lossName = lossName
        weights = Self.counts(named) { $0.meaning == .parameter(.weight) }
        results = Self.counts(named) { $0.role == .result }
        weightLayers = weights.keys.sorted()
        inputs = named.count { $0.role == .input }
    }

    private static func counts(_ named: [NamedScalar], _ holds: (NamedScalar) -> Bool) -> [Int: Int] {
        named.reduce(into: [:]) { counts, scalar in
            if let layer = scalar.layer, holds(scalar) { counts[layer, default: 0] += 1 }
        }
    }

    func identity(of scalar: NamedScalar) -> QuantityIdentity {
        var identity = QuantityIdentity(key: scalar.symbol.key, indexedKey: scalar.symbol.indexedKey)
        let unit = scalar.index + 1
        switch scalar.role {
        case .input: (identity.kinds, identity.level, identity.unit) = ([.input, .output], 0, unit)
        case .target: (identity.kinds, identity.unit) = ([.target], unit)
        case .result where scalar.layer == nil:
            if scalar.name == lossName {
                identity.kinds = [.loss]
            } else if lossParts == outputs {
                let parts = named.filter { $0.role == .result && $0.layer == nil && $0.name != lossName }
                let place = parts.firstIndex { $0.name == scalar.name }.map { $0 + 1 }
                (identity.kinds, identity.unit) = ([.lossPart], place ?? unit)
            }
        case .result: place(scalar, &identity)
        case .parameter: placeParameter(scalar, &identity)
        case .constant, .unknown: break
        }
        return identity
    }

    private var lossParts: Int { named.count { $0.role == .result && $0.layer == nil && $0.name != lossName } }
    private var outputs: Int { named.count { $0.role == .target } }

    private func level(of layer: Int) -> Int { weightLayers.count { $0 <= layer } }

    /// How many numbers come into a dense level; nil for a level of another kind, or one that the network doesn't unroll here.
    private func width(of level: Int) -> Int? {
        guard weightLayers.indices.contains(level - 1) else { return nil }
        let layer = weightLayers[level - 1]
        guard let units = results[layer], units > 0, let count = weights[layer], count % units == 0 else { return nil }
        let below = level == 1 ? inputs : results[weightLayers[level - 2]] ?? 0
        return count / units == below ? below : nil
    }

    private func place(_ scalar: NamedScalar, _ identity: inout QuantityIdentity) {
        guard let layer = scalar.layer, case let level = level(of: layer), width(of: level) != nil else { return }
        let next = weightLayers.indices.contains(level) ? weightLayers[level] : Int.max
        let layers = results.keys.filter { $0 >= weightLayers[level - 1] && $0 < next }
        if layer == layers.min() { identity.kinds.insert(.sum) }
        if layer == layers.max() { identity.kinds.insert(.output) }
        (identity.level, identity.unit) = (level, scalar.index + 1)
    }

    private func placeParameter(_ scalar: NamedScalar, _ identity: inout QuantityIdentity) {
        guard let layer = scalar.layer, case let level = level(of: layer), let width = width(of: level),
            weightLayers.contains(layer)
        else { return }
        switch scalar.meaning {
        case .parameter(.weight):
            identity.kinds = [.weight]
            (identity.level, identity.unit, identity.from) = (level, scalar.index / width + 1, scalar.index % width + 1)
        case .parameter(.bias):
            let isShared = named.count { $0.layer == layer && $0.meaning == .parameter(.bias) } == 1
            (identity.kinds, identity.level, identity.unit) = ([.bias], level, isShared ? nil : scalar.index + 1)
        default: break
        }
    }
}
