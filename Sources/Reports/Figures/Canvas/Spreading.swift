/// Moves levels apart so that labels at them don't touch, and no further than needed.
enum Spreading {
    /// `levels` must be in rising order; so are the results, at least `distance` apart and inside `range` if they fit.
    static func apart(_ levels: [Double], by distance: Double, within range: ClosedRange<Double>) -> [Double] {
        var result = levels.map { min(max($0, range.lowerBound), range.upperBound) }
        // Neighbours that touch form a block around the mean of where its members want to be.
        var blocks: [(first: Int, count: Int, middle: Double)] = []
        for index in result.indices {
            blocks.append((index, 1, result[index]))
            while blocks.count > 1 {
                let (upper, lower) = (blocks[blocks.count - 2], blocks[blocks.count - 1])
                let needed = distance * Double(upper.count + lower.count) / 2
                guard lower.middle - upper.middle < needed else { break }
                let count = upper.count + lower.count
                let sum = upper.middle * Double(upper.count) + lower.middle * Double(lower.count)
                let half = distance * Double(count - 1) / 2
                let middle = min(
                    max(sum / Double(count), range.lowerBound + half), max(range.lowerBound + half, range.upperBound - half))
                blocks.removeLast(2)
                blocks.append((upper.first, count, middle))
            }
        }
        for block in blocks {
            for offset in 0..<block.count {
                result[block.first + offset] = block.middle + distance * (Double(offset) - Double(block.count - 1) / 2)
            }
        }
        return result
    }
}
