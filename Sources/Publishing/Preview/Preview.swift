import Exhibits
import FlyingFox
import Foundation
import Storage

/// Builds the course, serves it to this machine, and builds again whenever a file of it changes. Ends when cancelled.
///
/// - Parameters:
///   - path: the course's folder.
///   - port: the first port that is tried.
///   - ready: told the address once it answers.
///   - said: told what each build has to say, as text for the terminal.
public func previewCourse(
    at path: String, port: UInt16, options: BuildOptions, ready: @Sendable (String) -> Void,
    said: @escaping @Sendable (String) -> Void
) async throws {
    _ = try Course.loaded(from: path)
    // A course that isn't ours may bring links in the places we write to.
    for name in [".lectern", ".lectern/preview"] where options.output == nil && Files.isLink(Files.join(path, name)) {
        throw FileError(Files.join(path, name), "is a link; remove it, or choose a folder for the pages with --output")
    }
    let root = options.output ?? Files.join(path, ".lectern/preview")
    var options = options
    options.output = root
    options.writesFalseClaims = true
    options.showsDrafts = true
    options.listsClaims = false
    // Who asks while the first build runs gets the answer after it.
    let gate = try RequestGate(from: port)
    let state = PreviewState()
    let loop = PreviewLoop(path: path, options: options, state: state, said: said)
    let seen = loop.watcher.state()
    await loop.build()
    let server = PreviewServer(root: root, state: state).bound(behind: gate)
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        try await server.waitUntilListening(timeout: 60)
        group.addTask { try await gate.run() }
        ready("http://127.0.0.1:\(gate.port)/")
        group.addTask { try await loop.run(from: seen) }
        try await group.next()
        group.cancelAll()
    }
}

/// The part of the preview that builds.
struct PreviewLoop: Sendable {
    var path: String
    var options: BuildOptions
    var state: PreviewState
    var said: @Sendable (String) -> Void

    var watcher: Watcher { Watcher(folder: path, ignored: [Files.join(path, ".lectern")] + [options.output].compactMap { $0 }) }

    func run(from seen: [String: String]) async throws {
        var seen = seen
        while true {
            seen = try await watcher.change(from: seen)
            while let newer = try await build(unlessChangedFrom: seen) { seen = newer }
        }
    }

    /// Builds once, or stops building when a file is saved meanwhile, and returns what is there then: nobody waits for the
    /// end of an endless loop that is mended already.
    private func build(unlessChangedFrom seen: [String: String]) async throws -> [String: String]? {
        try await withThrowingTaskGroup(of: [String: String]?.self) { group in
            group.addTask {
                await build()
                return nil
            }
            group.addTask { try await watcher.change(from: seen) }
            let first = try await group.next() ?? nil
            group.cancelAll()
            return first
        }
    }

    /// Builds once. Whatever goes wrong is said, in the terminal and in the open page; the preview goes on.
    func build() async {
        let root = options.output ?? ""
        let before = digests(below: root)
        let findings: String
        do {
            let course = try Course.loaded(from: path)
            let result = try await buildCourse(course, options: options)
            // A run that was stopped halfway has nothing true to say.
            guard !Task.isCancelled else { return }
            let text = try report(result, as: .text)
            findings = result.allFindings.isEmpty ? "" : text
            said(text)
        } catch is CancellationError {
            return
        } catch {
            findings = "\(error)\n"
            said(findings)
        }
        let after = digests(below: root)
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
        await state.publish(changed: changed, findings: findings)
    }

    /// What pages there are, by what the file system says of them; unchanged pages aren't written, so this tells them apart.
    private func digests(below root: String) -> [String: String] { Watcher(folder: root, ignored: []).state() }
}
