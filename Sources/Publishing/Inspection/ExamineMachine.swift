import CArithmetic
import Cells
import Foundation
import Storage

/// What this machine has and lacks for building courses.
public func examineMachine() async -> [MachineCheck] {
    let apt = Files.exists("/usr/bin/apt-get")
    let install = { (package: String, formula: String) in
        apt ? "apt-get install --no-install-recommends \(package)" : "brew install \(formula)"
    }
    return [
        MachineCheck(
            "Swift compiler", found: Files.inSearchPath("swiftc"), remedy: "see https://www.swift.org/install"),
        MachineCheck(
            "runtime library", found: (try? LessonRuns.toolchain())?.runtime, remedy: "make build, or make install"),
        MachineCheck(
            "KaTeX, typesets mathematics", found: SystemScripts.katexFolder, remedy: install("libjs-katex fonts-katex", "katex")
        ),
        MachineCheck(
            "KaTeX's fonts", found: SystemScripts.katexFolder.map { $0 + "/fonts" }.flatMap { Files.isFolder($0) ? $0 : nil },
            remedy: install("fonts-katex", "katex")),
        MachineCheck(
            "highlight.js, colours code", found: SystemScripts.highlightFile,
            remedy: install("libjs-highlight.js", "highlightjs")),
        MachineCheck(
            "fused multiply-add, of which all sums are made",
            found: arithmetic_fuses() != 0
                ? "an instruction of this processor"
                : "in software, for want of the instruction: the same numbers, but training takes many times as long",
            remedy: "a processor with AVX2 and FMA has it"),
        MachineCheck(
            "OpenBLAS, multiplies large matrices", found: Files.inLibraryPath("libopenblas.so.0"),
            remedy: install("libopenblas0", "openblas"), isNeeded: false),
        MachineCheck(
            "Chromium, prints pages as PDF",
            found: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].lazy.compactMap(Files.inSearchPath)
                .first,
            remedy: install("chromium", "--cask chromium"), isNeeded: false),
        MachineCheck(
            "pandoc, reads more LaTeX for `lectern import`", found: Files.inSearchPath("pandoc"),
            remedy: install("pandoc", "pandoc"), isNeeded: false),
    ]
}

extension Files {
    /// Where the system keeps a shared library.
    static func inLibraryPath(_ library: String) -> String? {
        let folders = entries(of: "/usr/lib").filter { $0.hasSuffix("-linux-gnu") }.map { "/usr/lib/" + $0 }
        return (folders + ["/usr/lib64", "/usr/lib"]).map { join($0, library) }.first(where: exists)
    }

    /// Where a command is found, as the shell would.
    static func inSearchPath(_ command: String) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return path.split(separator: ":").map { join(String($0), command) }.first { access($0, X_OK) == 0 && !isFolder($0) }
    }
}
