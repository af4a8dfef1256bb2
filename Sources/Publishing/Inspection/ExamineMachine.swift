import Foundation

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
            "Graphviz, lays out graphs", found: Files.inSearchPath("dot"), remedy: install("graphviz", "graphviz"),
            isNeeded: false),
        MachineCheck(
            "Chromium, prints pages as PDF",
            found: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].lazy.compactMap(Files.inSearchPath)
                .first,
            remedy: install("chromium", "--cask chromium"), isNeeded: false),
    ]
}

extension Files {
    /// Where a command is found, as the shell would.
    static func inSearchPath(_ command: String) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return path.split(separator: ":").map { join(String($0), command) }.first { access($0, X_OK) == 0 && !isFolder($0) }
    }
}
