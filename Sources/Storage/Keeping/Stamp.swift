#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What the file system says of a file, by which a later look tells whether it is the same one with the same content.
package struct Stamp: Hashable, Sendable, CustomStringConvertible {
    private var device: UInt64
    private var inode: UInt64
    private var size: Int64
    private var written: Int64
    private var writtenFraction: Int64
    private var changed: Int64
    private var changedFraction: Int64

    package init(_ status: stat) {
        let (written, changed) = (FileTimes.written(status), FileTimes.changed(status))
        device = UInt64(truncatingIfNeeded: status.st_dev)
        inode = UInt64(truncatingIfNeeded: status.st_ino)
        size = Int64(status.st_size)
        (self.written, writtenFraction) = (Int64(written.tv_sec), Int64(written.tv_nsec))
        (self.changed, changedFraction) = (Int64(changed.tv_sec), Int64(changed.tv_nsec))
    }

    /// A stamp as `description` wrote it down; nil for anything else.
    package init?(_ text: some Collection<UInt8>) {
        var numbers: [Int64] = []
        numbers.reserveCapacity(7)
        var number: UInt64?
        var isNegative = false
        for byte in text {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let (product, overflows) = (number ?? 0).multipliedReportingOverflow(by: 10)
                let (sum, overflowsToo) = product.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
                if overflows || overflowsToo { return nil }
                number = sum
            case UInt8(ascii: "-") where number == nil && !isNegative: isNegative = true
            case UInt8(ascii: " "):
                guard let found = number else { return nil }
                numbers.append(Int64(bitPattern: isNegative ? 0 &- found : found))
                (number, isNegative) = (nil, false)
            default: return nil
            }
        }
        guard let last = number, numbers.count == 6 else { return nil }
        device = UInt64(bitPattern: numbers[0])
        inode = UInt64(bitPattern: numbers[1])
        (size, written, writtenFraction) = (numbers[2], numbers[3], numbers[4])
        (changed, changedFraction) = (numbers[5], Int64(bitPattern: isNegative ? 0 &- last : last))
    }

    package var description: String { "\(device) \(inode) \(size) \(written) \(writtenFraction) \(changed) \(changedFraction)" }
}
