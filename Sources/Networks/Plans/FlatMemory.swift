/// Numbers that stand still for as long as something refers to them.
final class FlatMemory {
    /// The bytes of a line of a processor's cache: eight numbers that are read across two lines take twice as long.
    private static let line = 64

    private var kept: [UnsafeMutableRawPointer] = []

    /// So many zeros.
    func zeros(_ count: Int) -> UnsafeMutablePointer<Double> { keep(count) { $0.initialize(repeating: 0, count: count) } }

    func table(_ entries: [Int]) -> UnsafePointer<Int> {
        UnsafePointer(
            keep(entries.count) { start in
                for (index, entry) in entries.enumerated() { (start + index).initialize(to: entry) }
            })
    }

    /// One value that refers to nothing that counts references.
    func value<Value: BitwiseCopyable>(_ value: Value) -> UnsafePointer<Value> {
        UnsafePointer(keep(1) { $0.initialize(to: value) })
    }

    private func keep<Value: BitwiseCopyable>(
        _ count: Int, _ fill: (UnsafeMutablePointer<Value>) -> Void
    ) -> UnsafeMutablePointer<Value> {
        let room = UnsafeMutableRawPointer.allocate(
            byteCount: max(1, count) * MemoryLayout<Value>.stride, alignment: max(Self.line, MemoryLayout<Value>.alignment))
        let start = room.bindMemory(to: Value.self, capacity: max(1, count))
        fill(start)
        kept.append(room)
        return start
    }

    deinit {
        for start in kept { start.deallocate() }
    }
}
