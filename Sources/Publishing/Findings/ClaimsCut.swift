import Exhibits

/// Claims with texts as long as a report holds: one can be megabytes long, and a lesson makes thousands of them.
struct ClaimsCut {
    let claims: [CourseResult.ClaimLine]

    /// In bytes: of each text in a report for programs, the same where a lesson's texts are more than `most` together, and on a
    /// line for a person.
    static let longest = 2000
    static let longestOfMany = 200
    static let most = 256 << 10
    private static let mostCauses = 20

    init(_ all: [CourseResult.ClaimLine]) {
        let cut = all.map { $0.cut(toBytes: Self.longest) }
        let isMuch = cut.reduce(0) { $0 + $1.size } > Self.most
        claims = isMuch ? cut.map { $0.cut(toBytes: Self.longestOfMany) } : cut
    }

    /// What a person is shown of one.
    static func line(_ claim: CourseResult.ClaimLine) -> CourseResult.ClaimLine { claim.cut(toBytes: longestOfMany) }

    /// A number that no claim covers, as anybody is shown it.
    static func line(_ number: CourseResult.Unclaimed) -> CourseResult.Unclaimed {
        var number = number
        number.text = number.text.cut(toBytes: longestOfMany)
        number.reason = number.reason?.cut(toBytes: longestOfMany)
        return number
    }

    fileprivate static func cut(_ causes: [Hint], toBytes most: Int) -> [Hint] {
        causes.prefix(mostCauses).map { cause in
            var cause = cause
            cause.cause = cause.cause.cut(toBytes: most)
            cause.message = cause.message.cut(toBytes: most)
            return cause
        }
    }
}

extension CourseResult.ClaimLine {
    fileprivate func cut(toBytes most: Int) -> Self {
        var line = self
        line.written = written.cut(toBytes: most)
        line.expression = expression.cut(toBytes: most)
        line.computed = computed?.cut(toBytes: most)
        line.correction = correction?.cut(toBytes: most)
        line.causes = ClaimsCut.cut(causes, toBytes: most)
        line.numbers = numbers?.map { $0.cut(toBytes: most) }
        return line
    }

    /// The bytes of its texts.
    fileprivate var size: Int {
        [written, expression, computed ?? "", correction ?? ""].reduce(0) { $0 + $1.utf8.count }
            + causes.reduce(0) { $0 + $1.message.utf8.count } + (numbers ?? []).reduce(0) { $0 + $1.size }
    }
}
