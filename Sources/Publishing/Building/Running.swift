import Exhibits
import Lessons
import Synchronization
import Storage

extension CourseBuild {
    /// Takes the transcripts that are known and runs the other lessons.
    func runStale(_ items: inout [Item]) async throws {
        var waiting: [(index: Int, parsed: ParsedLesson)] = []
        for index in items.indices where items[index].isSelected && options.shard?.contains(index) ?? true {
            guard let parsed = items[index].parsed, !items[index].result.failed else { continue }
            if let known = knownTranscript(of: parsed) {
                items[index].stage = .ran(RanLesson(parsed: parsed, transcript: known))
            } else if options.mayRun {
                waiting.append((index, parsed))
                items[index].result.reason = reason(for: items[index], parsed)
            } else {
                items[index].result.findings.append(missingResult(parsed.lesson, isUnfit: keptRun(of: parsed) != nil))
            }
        }
        if waiting.isEmpty || (options.failsFast && items.contains { $0.result.failed }) { return }
        options.progress(.stale(waiting.map { (items[$0.index].file, items[$0.index].result.reason ?? "") }, of: items.count))
        let done = Mutex<[Int: (transcript: Transcript, changed: [String])]>([:])
        let stale = waiting.map { ($0.parsed, items[$0.index].text) }
        let lessons = waiting.map(\.parsed.lesson)
        try await stages.run(lessons, options.jobs) { position, transcript in
            let (parsed, text) = stale[position]
            let changed = changedMeanwhile(text, of: parsed.lesson)
            let count = done.withLock { results in
                results[position] = (transcript, changed)
                return results.count
            }
            options.progress(.ran(file: parsed.lesson.file, done: count, of: lessons.count))
            if changed.isEmpty { keep(transcript, of: parsed) }
            return !options.failsFast || transcript.failures.isEmpty
        }
        for (position, (transcript, changed)) in done.withLock({ $0 }) {
            let (index, parsed) = waiting[position], lesson = parsed.lesson
            items[index].result.findings += changed.prefix(1).map { file in
                Finding(
                    .warning, code: "changed-meanwhile", at: Place(file: lesson.file, line: 1),
                    "“\(file)” changed while the lesson ran; the result isn't kept, and the next build runs the lesson again")
            }
            items[index].stage = .ran(
                RanLesson(parsed: parsed, transcript: await advised(transcript, of: lesson), isKept: changed.isEmpty))
        }
    }

    /// What an earlier run of the same program gave, carried over to where the cells are now.
    func knownTranscript(of parsed: ParsedLesson) -> Transcript? {
        keptRun(of: parsed).flatMap { known in
            // A failure is no result that anything is built on.
            guard sandbox.takes(known.transcript.isolation) || !known.transcript.failures.isEmpty else { return nil }
            return Moves(from: known.cellLines, to: stages.cellLines(parsed.lesson)).applied(to: known.transcript)
        }
    }

    /// Data that changed while the lesson ran, other than by itself: nobody knows what of it the run has read.
    private func changedMeanwhile(_ text: LessonText, of lesson: Lesson) -> [String] {
        let folder = Files.folder(of: lesson.name)
        let own = lesson.frontMatter.writes.map { folder.isEmpty ? $0 : folder + "/" + $0 }
        return tree.data(mentionedIn: text.bytes ?? []).filter { file in
            !own.contains { file == $0 || file.hasPrefix($0 + "/") }
                && fingerprints.digest(of: Files.join(course.folder, file)) != text.inputs[file]
        }
    }

    private func keptRun(of parsed: ParsedLesson) -> RunRecord? { runs.value(RunRecord.self, at: runName(parsed)) }

    /// Keeps what came out of a run that came to its end; a failed one is tried again next time. A shard keeps failures too,
    /// for whoever assembles.
    private func keep(_ transcript: Transcript, of parsed: ParsedLesson) {
        guard transcript.failures.isEmpty || options.shard != nil else { return }
        runs.keep(
            RunRecord(inputs: parsed.runInputs, transcript: transcript, cellLines: stages.cellLines(parsed.lesson)),
            at: runName(parsed))
        if options.results == nil { runs.prune("runs/\(CoursePath.flat(parsed.lesson.name))", keeping: 8) }
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
                result.findings += items[index].ran?.transcript.failures ?? []
                return result
            }, findings: course.findings)
    }

    private func runName(_ parsed: ParsedLesson) -> String {
        "runs/\(CoursePath.flat(parsed.lesson.name))/\(Digest(of: parsed.runInputs)).record"
    }

    /// What differs from the last run, for `--why`.
    private func reason(for item: Item, _ parsed: ParsedLesson) -> String {
        guard let kept = try? details(of: item) else { return options.usesCache ? "never run before" : "the cache is not used" }
        let names = Set(kept.runInputs.keys).union(parsed.runInputs.keys).sorted()
        let changed = names.filter { kept.runInputs[$0] != parsed.runInputs[$0] }
        if changed.isEmpty {
            return keptRun(of: parsed) == nil
                ? "its result is not in the cache" : "its result comes from a run that was not isolated"
        }
        return changed.map { name in
            let label = name == "program" ? "its code" : name
            return kept.runInputs[name] == nil
                ? "\(label) is new" : parsed.runInputs[name] == nil ? "\(label) is gone" : "\(label) changed"
        }.joined(separator: ", ")
    }
}
