import ArgumentParser
import Foundation
import Publishing

/// Writing to the terminal and leaving with the right exit code.
enum Terminal {
    /// Prints what a build or verification found and exits by it. Findings go to standard output, so that a pipe sees them.
    static func finish(format: ReportFormat, listing: ReportListing = ReportListing(), _ work: () async throws -> CourseResult)
        async throws
    {
        try await exitingOnErrors {
            let result = try await work()
            write(try report(result, as: format, listing: listing))
            if result.exitCode != 0 { throw ExitCode(result.exitCode) }
        }
    }

    /// Says an error in one line and exits with the code that belongs to it.
    static func exitingOnErrors(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let error as any ExitingError {
            writeError(TerminalText.lines("\(error)") + "\n")
            throw ExitCode(error.exitCode)
        } catch let error
            where !(error is ExitCode || error is CleanExit || error is ValidationError || error is CancellationError)
        {
            // 1 is kept for false claims: what the machine refuses is none.
            writeError(TerminalText.lines("lectern: error: \(error)") + "\n")
            throw ExitCode(69)
        }
    }

    /// How many characters fit on a line of the terminal that errors go to; 80 where there is none.
    static var columns: Int {
        var size = winsize()
        return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 1 ? Int(size.ws_col) : 80
    }

    /// What can't be written can't be said elsewhere than among the errors, and isn't a success.
    static func write(_ text: String) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        } catch {
            writeError("lectern: error: standard output can't be written to\n")
            exit(69)
        }
    }

    static func writeError(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
