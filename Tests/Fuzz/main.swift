import Foundation
import FuzzCases

#if canImport(Glibc)
import Glibc
#endif

// lectern-fuzz TARGET LIBFUZZER-OPTION... CORPUS...: see `make fuzz`.

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ take: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

guard CommandLine.arguments.count > 1, let target = FuzzTarget(rawValue: CommandLine.arguments[1]) else {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
    FileHandle.standardError.write(Data("lectern-fuzz: the first argument is one of \(names)\n".utf8))
    exit(64)
}

// lectern-fuzz TARGET --seeds COURSE FOLDER writes what fuzzing begins with.
if CommandLine.arguments.count == 5, CommandLine.arguments[2] == "--seeds" {
    for (number, bytes) in try FuzzSeeds.made(for: target, course: CommandLine.arguments[3]).enumerated() {
        try Data(bytes).write(to: URL(filePath: CommandLine.arguments[4]).appending(path: "made-\(number)"))
    }
    exit(0)
}

// A stack that overflows is reported on another one.
var other = stack_t()
other.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: 1 << 18, alignment: 16)
other.ss_size = 1 << 18
sigaltstack(&other, nil)

/// What the function that libFuzzer calls can't be told: it is C's.
enum Chosen {
    static let target = CommandLine.arguments.dropFirst().first.flatMap(FuzzTarget.init(rawValue:)) ?? .lessons
}

func run(_ arguments: [String]) -> CInt {
    let words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: arguments.count + 1)
    for (number, argument) in arguments.enumerated() { words[number] = strdup(argument) }
    words[arguments.count] = nil
    var count = CInt(arguments.count)
    var start = words
    return runDriver(&count, &start) { bytes, count in
        let output = Chosen.target.take(Array(UnsafeBufferPointer(start: bytes, count: count)))
        if output.isFlood(from: count) { fatalError("\(output) from \(count) bytes") }
        return 0
    }
}

exit(run([CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)))
