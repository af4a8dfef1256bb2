import Networks

extension Bidirectional: GraphLayer {
    var levelCount: Int { 2 }

    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] { unroll(batch: [inputs], into: &unrolling)[0] }

    /// The backward direction is a level behind the forward one.
    func unroll(batch: [[Int]], into unrolling: inout Unrolling) -> [[Int]] {
        func walk(_ layer: any Layer, backward: Bool) -> [[Int]] {
            guard let layer = layer as? any UnrolledRecurrence else { return batch }
            return unrolling.eachSample(batch) { unrolling, _, nodes in unrolling.walk(layer, nodes, backward: backward) }
        }
        let (forward, backward) = (blocks[0].layers[0], blocks[1].layers[0])
        let there = walk(forward, backward: false)
        unrolling.level += 1
        let back = walk(backward, backward: true)
        let output = outputShape(for: unrolling.shape)
        return unrolling.eachSample(there) { unrolling, index, nodes in
            switch merging {
            case .concatenated:
                let width = (forward as? any UnrolledRecurrence)?.units ?? 1
                let other = max(1, output.features - width)
                var both: [Int] = []
                for step in 0..<nodes.count / width {
                    both += nodes[step * width..<(step + 1) * width]
                    both += back[index][step * other..<(step + 1) * other]
                }
                return both
            case .sum:
                let sums = unrolling.each(.sum, nodes, back[index])
                return unrolling.nameMap(sums, Letter("s"), "sums of both directions", shape: output)
            }
        }
    }
}

extension RecurrentCell: GraphLayer {
    /// What a step is handed by the one before, h first.
    var starts: [String] { (repeated as? any UnrolledRecurrence)?.starts ?? [] }

    /// x, h and c stand one after the other; the step has time 1.
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        guard let layer = repeated as? any UnrolledRecurrence else { return inputs }
        let (features, step) = layer.addStep(to: &unrolling)
        let before = layer.starts.indices.map { Array(inputs[(features + $0 * units)..<(features + ($0 + 1) * units)]) }
        return step(&unrolling, 1, Array(inputs[..<features]), before).flatMap(\.self)
    }
}
