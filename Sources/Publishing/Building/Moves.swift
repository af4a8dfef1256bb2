import Exhibits

/// Where cells have gone since a lesson ran: an edit of prose moves code without changing it, so a kept transcript is
/// carried over to the new lines.
struct Moves {
    /// Where a cell began, and by how many lines it has moved; in order.
    private let steps: [(line: Int, by: Int)]

    init(from old: [Int: Int], to new: [Int: Int]) {
        steps = old.compactMap { index, line in new[index].map { (line, $0 - line) } }.sorted { $0.0 < $1.0 }
    }

    func applied(to transcript: Transcript) -> Transcript {
        guard steps.contains(where: { $0.by != 0 }) else { return transcript }
        var moved = transcript
        moved.outputs = transcript.outputs.mapValues { outputs in
            outputs.map { output in
                switch output {
                case .claim(var claim):
                    claim.place = self.moved(claim.place)
                    return .claim(claim)
                case .failed(var finding):
                    finding.place = self.moved(finding.place)
                    return .failed(finding)
                case .printed, .warned, .exhibit: return output
                }
            }
        }
        for index in moved.warnings.indices { moved.warnings[index].place = self.moved(moved.warnings[index].place) }
        return moved
    }

    /// A place inside a cell goes where its cell went.
    private func moved(_ place: Place) -> Place {
        var place = place
        if let step = steps.last(where: { $0.line <= place.line }) { place.line += step.by }
        return place
    }
}
