import Claims
import Exhibits
import Storage

/// A false number and what it should be, where it stands in its file.
public struct Fix: Hashable, Sendable {
    public var place: Place
    public var bytes: Range<Int>
    public var old: String
    public var new: String
}

extension CourseResult {
    /// The numbers that don't hold and whose right digits are known, in the order of files and bytes.
    ///
    /// - Parameter strict: Whether digits that are cut off are to be rounded too.
    public func fixes(strict: Bool) -> [Fix] {
        lessons.flatMap(\.claims).flatMap { $0.fixes(strict: strict) }
            .sorted { ($0.place.file, $0.bytes.lowerBound) < ($1.place.file, $1.bytes.lowerBound) }
    }
}

extension CourseResult.ClaimLine {
    /// A list is corrected number by number.
    fileprivate func fixes(strict: Bool) -> [Fix] {
        if let numbers { return numbers.flatMap { $0.fixes(strict: strict) } }
        let isCut = strict && Verdict(rawValue: verdict) == .truncated
        guard !holds || isCut, let bytes, let new = correction, new != written else { return [] }
        return [Fix(place: place, bytes: bytes, old: written, new: new)]
    }
}

/// Files with their false numbers corrected, and not a byte changed elsewhere.
public struct FixedFiles: Sendable {
    /// The old and the new bytes by file.
    private var files: [String: (old: [UInt8], new: [UInt8])] = [:]

    /// No file at all.
    public init() {}

    public init(_ fixes: [Fix]) throws {
        for (file, fixes) in Dictionary(grouping: fixes, by: \.place.file) {
            let old = try Files.read(file)
            var new = old
            // From the end, so that the bytes before stay where they are. An included file may be met twice.
            for fix in Set(fixes).sorted(by: { $0.bytes.lowerBound > $1.bytes.lowerBound }) {
                guard fix.bytes.upperBound <= old.count, old[fix.bytes].elementsEqual(fix.old.utf8) else { continue }
                new.replaceSubrange(fix.bytes, with: fix.new.utf8)
            }
            files[file] = (old, new)
        }
    }

    /// What would change, as a patch.
    public var diff: String {
        files.sorted { $0.key < $1.key }.map { UnifiedDiff(file: $0, old: $1.old, new: $1.new).text }.joined()
    }

    /// The new bytes of a file; nil for one without fixes.
    func bytes(of file: String) -> [UInt8]? { files[file]?.new }

    public func write() throws {
        for (file, bytes) in files.sorted(by: { $0.key < $1.key }) { try Files.write(bytes.new, to: file) }
    }
}
