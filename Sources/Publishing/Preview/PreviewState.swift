/// What the preview knows: how often it has built, and what the last build had to say.
actor PreviewState {
    /// Findings and the pages that changed, as a page's script reads them.
    struct Report: Encodable, Sendable {
        var version = 0
        /// Pages whose bytes changed in this version, as paths below the output folder.
        var changed: [String] = []
        /// The same text as in the terminal; empty when there is nothing to say.
        var findings = ""
    }

    private(set) var report = Report()
    private var history: [[String]] = []
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func publish(changed: [String], findings: String) {
        history.append(changed)
        report = Report(version: report.version + 1, changed: changed, findings: findings)
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    /// The report as soon as it is newer than `version`; after a while the same again, so that no connection grows old.
    func report(after version: Int) async -> Report {
        if report.version <= version {
            let wake = Task {
                try? await Task.sleep(for: .seconds(10))
                self.release()
            }
            await withCheckedContinuation { waiting.append($0) }
            wake.cancel()
        }
        var latest = report
        // A page that slept through some versions is told of all their changes.
        let missed = history.dropFirst(max(0, min(version, history.count)))
        latest.changed = Set(missed.joined()).sorted()
        return latest
    }

    private func release() {
        for continuation in waiting { continuation.resume() }
        waiting = []
    }
}
