import Exhibits
import Lessons
import Synchronization

extension CourseBuild {
    /// Takes the transcripts that are known and runs the other lessons.
    func runStale(_ items: inout [Item]) async throws {
        var waiting: [Int] = []
        for index in items.indices where items[index].isSelected && options.shard?.contains(index) ?? true {
            guard let lesson = items[index].lesson, !items[index].result.failed else { continue }
            if let known = knownTranscript(of: items[index], lesson: lesson) {
                items[index].transcript = known
            } else if options.mayRun {
                waiting.append(index)
                items[index].result.reason = reason(for: items[index])
            } else {
                items[index].result.findings.append(missingResult(lesson, isUnfit: keptRun(of: items[index]) != nil))
            }
        }
        if waiting.isEmpty || (options.failsFast && items.contains { $0.result.failed }) { return }
        options.progress(.stale(waiting.map { (items[$0].file, items[$0].result.reason ?? "") }, of: items.count))
        let done = Mutex<[Int: (transcript: Transcript, changed: [String])]>([:])
        let stale = waiting.map { items[$0] }
        let lessons = stale.compactMap(\.lesson)
        try await stages.run(lessons, options.jobs) { position, transcript in
            let changed = changedMeanwhile(stale[position], lesson: lessons[position])
            let count = done.withLock { results in
                results[position] = (transcript, changed)
                return results.count
            }
            options.progress(.ran(file: lessons[position].file, done: count, of: lessons.count))
            if changed.isEmpty { keep(transcript, of: stale[position], lesson: lessons[position]) }
            return !options.failsFast || transcript.failures.isEmpty
        }
        for (position, (transcript, changed)) in done.withLock({ $0 }) {
            let lesson = lessons[position]
            items[waiting[position]].isKept = changed.isEmpty
            items[waiting[position]].result.findings += changed.prefix(1).map { file in
                Finding(
                    .warning, code: "changed-meanwhile", at: Place(file: lesson.file, line: 1),
                    "“\(file)” changed while the lesson ran; the result isn't kept, and the next build runs the lesson again")
            }
            items[waiting[position]].transcript = await advised(transcript, of: lesson)
        }
    }

    /// What an earlier run of the same program gave, carried over to where the cells are now.
    func knownTranscript(of item: Item, lesson: Lesson) -> Transcript? {
        keptRun(of: item).flatMap { known in
            // A failure is no result that anything is built on.
            guard sandbox.takes(known.transcript.isolation) || !known.transcript.failures.isEmpty else { return nil }
            return Moves(from: known.cellLines, to: stages.cellLines(lesson)).applied(to: known.transcript)
        }
    }

    /// Data that changed while the lesson ran, other than by itself: nobody knows what of it the run has read.
    private func changedMeanwhile(_ item: Item, lesson: Lesson) -> [String] {
        let folder = Files.folder(of: item.entry.name)
        let own = lesson.frontMatter.writes.map { folder.isEmpty ? $0 : folder + "/" + $0 }
        return tree.data(mentionedIn: item.source).filter { file in
            !own.contains { file == $0 || file.hasPrefix($0 + "/") }
                && fingerprints.digest(of: Files.join(course.folder, file)) != item.inputs[file]
        }
    }

    private func keptRun(of item: Item) -> RunRecord? { runs.value(RunRecord.self, at: runName(item)) }

    /// Keeps what came out of a run that came to its end; a failed one is tried again next time. A shard keeps failures too,
    /// for whoever assembles.
    private func keep(_ transcript: Transcript, of item: Item, lesson: Lesson) {
        guard transcript.failures.isEmpty || options.shard != nil else { return }
        runs.keep(
            RunRecord(inputs: item.runInputs, transcript: transcript, cellLines: stages.cellLines(lesson)), at: runName(item))
        if options.results == nil { runs.prune("runs/\(CoursePath.flat(item.entry.name))", keeping: 8) }
    }

    private func missingResult(_ lesson: Lesson, isUnfit: Bool) -> Finding {
        Finding(
            .error, code: "no-result", at: Place(file: lesson.file, line: 1),
            isUnfit
                ? "the lesson's result comes from a run that was not isolated; run its shard again with `--sandbox require`, or take "
                    + "it as it is with `--sandbox best`"
                : "there is no result for the lesson as it is now; run its shard again, with the same compiler and the same lectern"
        )
    }

    /// What a shard has to say: its own lessons, whether they ran to their end.
    func shardResult(_ items: [Item]) -> CourseResult {
        saveFingerprints()
        let own = items.indices.filter { options.shard?.contains($0) == true && items[$0].isSelected }
        return CourseResult(
            lessons: own.map { index in
                var result = items[index].result
                result.findings += items[index].transcript?.failures ?? []
                return result
            }, findings: course.findings)
    }

    private func runName(_ item: Item) -> String {
        "runs/\(CoursePath.flat(item.entry.name))/\(Digest(of: item.runInputs)).record"
    }

    /// What differs from the last run, for `--why`.
    private func reason(for item: Item) -> String {
        guard let kept = try? details(of: item) else { return options.usesCache ? "never run before" : "the cache is not used" }
        let names = Set(kept.runInputs.keys).union(item.runInputs.keys).sorted()
        let changed = names.filter { kept.runInputs[$0] != item.runInputs[$0] }
        if changed.isEmpty {
            return keptRun(of: item) == nil
                ? "its result is not in the cache" : "its result comes from a run that was not isolated"
        }
        return changed.map { name in
            let label = name == "program" ? "its code" : name
            return kept.runInputs[name] == nil
                ? "\(label) is new" : item.runInputs[name] == nil ? "\(label) is gone" : "\(label) changed"
        }.joined(separator: ", ")
    }
}
