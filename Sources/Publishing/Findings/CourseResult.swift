import Exhibits

/// What a build or a verification came to, lesson by lesson in the course's order. Everything printed is made from this value.
public struct CourseResult: Hashable, Sendable {
    /// A number the author wrote and what became of it.
    public struct ClaimLine: Codable, Hashable, Sendable {
        public var place: Place
        public var written: String
        public var expression: String
        /// In a word: `exact`, `truncated`, `wrong`…
        public var verdict: String
        /// The computed value to the digits that matter here; nil when nothing was computed.
        public var computed: String?
        /// Whether the verdict is the one the author expects.
        public var holds: Bool
        /// The number as it should have been written, with as many digits; nil when nothing is to be corrected.
        public var correction: String?
        /// What would have made a false number true, likeliest first.
        public var causes: [Hint]
        /// Where the number stands in its file; nil for a claim that a cell makes.
        public var bytes: Range<Int>?
        /// The `id` on its page that leads to it, once there is a page.
        public var anchor: String?
        /// Whether its page shows it; what is hidden is judged and in no published table.
        public var isShown = true
        /// Which number of a table it is, where the table is claimed whole.
        public var entry: TableEntry?
        /// For a list: its numbers, each with its own verdict and place; nil for a single number.
        public var numbers: [ClaimLine]?
        /// In audited notes: the quantity that the number's name means.
        public var quantity: Quantity?

        /// A quantity of a network, as notes name it and as a lesson reaches it.
        public struct Quantity: Codable, Hashable, Sendable {
            public var name: String
            public var expression: String
            public var value: Double
        }

        /// How many numbers it claims, and how many of them hold.
        var count: Int { numbers?.count ?? 1 }
        var holding: Int { numbers.map { $0.count { $0.holds } } ?? (holds ? 1 : 0) }

        /// What stands for the expression of a claim that a cell makes.
        static let inCell = "(in a cell)"
        var isInCell: Bool { expression == Self.inCell }

        public init(
            place: Place, written: String, expression: String, verdict: String, computed: String?, holds: Bool,
            correction: String? = nil, causes: [Hint] = [], bytes: Range<Int>? = nil
        ) {
            self.causes = causes
            self.correction = correction
            self.bytes = bytes
            self.place = place
            self.written = written
            self.expression = expression
            self.verdict = verdict
            self.computed = computed
            self.holds = holds
        }
    }

    /// A number that nothing holds to what is computed.
    public struct Unclaimed: Codable, Hashable, Sendable {
        public var text: String
        public var place: Place
        /// Of notes that are audited: why it couldn't be checked.
        public var reason: String?

        public init(_ text: String, at place: Place) {
            self.text = text
            self.place = place
        }
    }

    struct Tally: Codable, Hashable, Sendable {
        var claims = 0
        var holding = 0
    }

    public struct LessonResult: Codable, Hashable, Sendable {
        public var file: String
        public var title: String
        public var claims: [ClaimLine]
        public var findings: [Finding]
        /// Numbers in prose and mathematics that no claim covers.
        public var unclaimed: [Unclaimed] = []
        /// Why it was run again, when `--why` asks; nil when everything was kept.
        public var reason: String?
        /// How well its run was isolated, now or when its result was kept; nil when it never ran.
        public var isolation: IsolationLevel?

        public init(
            file: String, title: String = "", claims: [ClaimLine] = [], findings: [Finding] = [], reason: String? = nil
        ) {
            self.file = file
            self.title = title
            self.claims = claims
            self.findings = findings
            self.reason = reason
        }

        /// How many claims there are and how many of them hold, where they aren't listed.
        var unlisted: Tally?

        /// How many numbers are claimed, and how many of them hold.
        var tally: Tally {
            unlisted
                ?? claims.reduce(into: Tally()) {
                    $0.claims += $1.count
                    $0.holding += $1.holding
                }
        }

        public var failed: Bool { findings.contains { $0.severity == .error } }
    }

    /// What was looked at: lessons that ran, or notes that were only read.
    public enum Subject: String, Codable, Sendable { case lessons, notes }

    public var subject = Subject.lessons
    public var lessons: [LessonResult]
    /// What concerns the course as a whole: `course.yml`, the plan of the site, its links.
    public var findings: [Finding]
    /// Pages written or confirmed; nil when none were asked for.
    public var pages: Int?
    /// The folders of the courses: of what a link in them leads to no line is shown.
    var folders: [String] = []

    public init(lessons: [LessonResult] = [], findings: [Finding] = [], pages: Int? = nil) {
        self.lessons = lessons
        self.findings = findings
        self.pages = pages
    }

    /// Everything there is to say, in the order of lessons and lines; said once each, and of one kind in one file not more than
    /// anybody reads.
    public var allFindings: [Finding] { FindingsCut(everyFinding).findings }

    /// The same without an end: what is counted.
    var everyFinding: [Finding] {
        var seen: Set<Finding> = []
        let inOrder = findings + lessons.flatMap { $0.findings.sorted { $0.place < $1.place } }
        return inOrder.filter { seen.insert($0).inserted }
    }

    /// The results in the text that no claim covers, of all lessons.
    var unclaimed: [Unclaimed] { lessons.flatMap(\.unclaimed) }

    /// Makes it an error, at the first one too many, when more than `most` results are covered by no claim.
    mutating func limitUnclaimed(to most: Int) {
        let all = unclaimed
        guard all.count > most else { return }
        findings.append(
            Finding(
                .error, .claim, code: "too-many-unclaimed", at: all[most].place, length: all[most].text.utf8.count,
                "\(all.count) results in the text are covered by no claim, and \(most) may be; `--unclaimed` lists them"))
    }

    /// 0 all well, 1 a claim is false, 2 a lesson failed.
    public var exitCode: Int32 {
        let errors = everyFinding.filter { $0.severity == .error }
        if errors.contains(where: { $0.kind == .lesson }) { return 2 }
        return errors.isEmpty ? 0 : 1
    }
}
