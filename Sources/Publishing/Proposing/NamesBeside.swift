import Audit
import Exhibits
import Lessons

/// What a lesson's text calls its numbers: the δ_{h2} of `δ_{h2} = 0.0720`, and the quantity of that name.
struct NamesBeside {
    private var ties: [Place: (end: Int, tie: Tie)] = [:]

    /// None.
    init() {}

    init(file: String, source: [UInt8], quantities: [NamedNumber]) {
        var audit = Audit(Notes(SourceFile(name: file, bytes: source)) { .refused("it isn't asked for: \($0)") })
        audit.tie(to: quantities)
        for number in audit.numbers where number.place.file == file {
            guard case .checked(let judged) = number.status, let tie = judged.tie else { continue }
            ties[number.place] = (number.bytes.upperBound, tie)
        }
    }

    /// The quantity that a number's name means.
    func tie(of numeral: Numeral) -> Tie? {
        guard let found = ties[numeral.place], found.end == numeral.bytes.upperBound else { return nil }
        return found.tie
    }
}
