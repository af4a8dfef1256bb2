import Exhibits
import Lessons

/// How many digits behind the mark the blanks of an exercise ask for. A blank is a line or a field, so a reader has to be told.
public struct AskedDecimals: Hashable, Sendable {
    /// Blanks that ask for the same, by their numbers.
    struct Group: Hashable {
        var decimals: Int
        var blanks: [Int]
    }

    /// In the order of their first blanks.
    private(set) var groups: [Group] = []
    /// Whether every blank asks for the same.
    private(set) var isUniform = true

    /// - Parameter division: an exercise, as the page's edition has it; nil where no blank of it draws its digits.
    init?(in division: Division) {
        var gaps: [Gap] = []
        walk(division.content) { visit in
            if case .inline(.gap(let gap)) = visit, gap.offer == nil { gaps.append(gap) }
        }
        for gap in gaps {
            var asked: [Int] = []
            for field in gap.form.fields where !field.isGiven {
                guard let decimals = field.decimals else {
                    isUniform = false
                    continue
                }
                if !asked.contains(decimals) { asked.append(decimals) }
            }
            for decimals in asked {
                if let known = groups.firstIndex(where: { $0.decimals == decimals }) {
                    groups[known].blanks.append(gap.number)
                } else {
                    groups.append(Group(decimals: decimals, blanks: [gap.number]))
                }
            }
        }
        if groups.isEmpty { return nil }
        if groups.count > 1 { isUniform = false }
    }
}

extension PageWords {
    /// `Decimal places: 4`, `Decimal places: 4 (Blanks 1, 2), 5 (Blank 3)`
    func asking(_ decimals: AskedDecimals) -> String {
        let texts = decimals.groups.map { group in
            decimals.isUniform
                ? "\(group.decimals)"
                : "\(group.decimals) (\(group.blanks.count == 1 ? blank : blanks) \(Self.listed(group.blanks)))"
        }
        let language = PageStyle.current.language
        return decimalPlaces + language.colon + texts.joined(separator: language.comma)
    }

    /// Three in a row or more are written from the first to the last.
    private static func listed(_ blanks: [Int]) -> String {
        let comma = PageStyle.current.language.comma
        var runs: [ClosedRange<Int>] = []
        for blank in blanks {
            if let run = runs.last, blank == run.upperBound + 1 {
                runs[runs.count - 1] = run.lowerBound...blank
            } else {
                runs.append(blank...blank)
            }
        }
        return runs.map { run in
            run.count > 2 ? "\(run.lowerBound)–\(run.upperBound)" : run.map(String.init).joined(separator: comma)
        }.joined(separator: comma)
    }
}
