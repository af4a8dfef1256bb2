import Exhibits

extension LessonRunner {
    /// A lesson's program and the folder it runs in.
    public struct Job: Sendable {
        public var program: LessonProgram
        public var folder: String

        public init(_ program: LessonProgram, in folder: String) {
            self.program = program
            self.folder = folder
        }
    }

    /// One thing to be done: compiling a part of the lessons, or running one that is compiled.
    private enum Task: Sendable {
        case compile(part: [Int], name: String)
        case run(Int, executable: String, arguments: [String], warnings: String)
    }

    private enum Done: Sendable {
        case compiled([Task])
        case ran(Int, Transcript)
    }

    /// Runs many lessons, each in its own process, with as few calls of the compiler as keep all cores busy.
    ///
    /// - Parameters:
    ///   - atOnce: How many compilers and lessons run at a time.
    ///   - goesOn: Told each transcript with the position of its job as soon as it is there; false ends the whole.
    public func run(_ jobs: [Job], atOnce: Int, goesOn: @Sendable (Int, Transcript) -> Bool) async throws {
        WorkFolder.sweep()
        let work = try WorkFolder()
        let parts = Batch.parts(of: jobs.map(\.program), atOnce: atOnce)
        var waiting = parts.enumerated().map { Task.compile(part: $1, name: "part\($0)") }
        try await withThrowingTaskGroup(of: Done.self) { group in
            var running = 0
            func fill() {
                while running < max(1, atOnce), !waiting.isEmpty {
                    let task = waiting.removeFirst()
                    group.addTask { try await self.done(task, jobs, work) }
                    running += 1
                }
            }
            fill()
            while let done = try await group.next() {
                running -= 1
                switch done {
                // What is compiled runs before more is compiled, so that pages come early.
                case .compiled(let next): waiting = next + waiting
                case .ran(let position, let transcript):
                    guard goesOn(position, transcript) else { return group.cancelAll() }
                }
                fill()
            }
        }
    }

    private func done(_ task: Task, _ jobs: [Job], _ work: WorkFolder) async throws -> Done {
        switch task {
        case .run(let position, let executable, let arguments, let warnings):
            let job = jobs[position]
            let ran = try await execute(executable, arguments, of: job.program, in: job.folder, warnings: warnings)
            return .ran(position, try await goneOn(from: ran, of: job.program, in: job.folder))
        case .compile(let part, _) where part.count == 1 && !jobs[part[0]].program.certainFaults.isEmpty:
            let job = jobs[part[0]]
            let ran = Ran(transcript: Transcript(failures: job.program.certainFaults))
            return .ran(part[0], try await goneOn(from: ran, of: job.program, in: job.folder))
        case .compile(let part, let name):
            let batch = Batch(part.map { jobs[$0].program }, name: name)
            switch try await compile(batch, in: work.path) {
            case .executable(let executable, let warnings):
                return .compiled(
                    part.enumerated().map {
                        .run($1, executable: executable, arguments: batch.arguments(for: $0), warnings: warnings)
                    })
            case .failed(let output) where part.count == 1:
                let job = jobs[part[0]]
                let ran = Ran(transcript: Transcript(failures: findings(in: output, of: job.program)))
                return .ran(part[0], try await goneOn(from: ran, of: job.program, in: job.folder))
            case .failed(let output):
                return .compiled(divided(part, after: output, jobs, name))
            case .gaveUp(let how) where part.count == 1: return .ran(part[0], gaveUp(how, on: jobs[part[0]].program))
            case .gaveUp: return .compiled(divided(part, after: "", jobs, name))
            }
        }
    }

    /// What to compile when a part failed: each lesson that the compiler complains of alone, so that it is told its own errors
    /// and no others', and the rest together.
    private func divided(_ part: [Int], after output: String, _ jobs: [Job], _ name: String) -> [Task] {
        let failed = part.enumerated().filter { index, position in
            output.contains("\(jobs[position].program.file):") || output.contains("/lesson\(index).swift:")
        }.map(\.element)
        let rest = part.filter { !failed.contains($0) }
        let alone = (failed.isEmpty ? part : failed).map { Task.compile(part: [$0], name: "\(name)-\($0)") }
        return alone + (failed.isEmpty || rest.isEmpty ? [] : [.compile(part: rest, name: name + "-rest")])
    }
}
