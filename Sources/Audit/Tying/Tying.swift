import Claims
import Exhibits

/// What an audit with a network came to.
public struct Tying: Sendable {
    /// By the number's place in the flat text.
    var ties: [Int: Tie] = [:]
    /// Numbers that aren't the quantity of their name, without being wrong for certain.
    var unsure: [Int: AuditedNumber.Reason] = [:]
    /// What the notes mean by their indices and signs, as far as some number tells.
    public private(set) var conventions: [Conventions.Choice] = []

    /// Ties what has a name to what is computed.
    ///
    /// A number is wrong only if no quantity that its name may mean, under any convention that the notes leave open, gives it, only
    /// one such quantity there is, and the text around it speaks of this network.
    ///
    /// - Parameter isSinglePrecision: whether the notes show what was computed with 24 bits, which loses digits where terms cancel.
    init(
        _ literals: [NamedLiteral], to numbers: [NamedNumber], said: Set<Conventions.Choice>, in text: FlatText,
        isSinglePrecision: Bool
    ) {
        let naming = Naming(literals, numbers, said: said, text)
        conventions = naming.conventions
        let named = literals.map(naming.candidates)
        let places = PlaceReading(literals, numbers, named: named, in: text, isSinglePrecision: isSinglePrecision)
        let runs = Runs(literals, named: named)
        var evidence = Evidence()
        var misfits: [Misfit] = []
        for (index, literal) in literals.enumerated() {
            let named = named[index]
            if let place = Self.contradiction(to: literal, named, places.prediction(for: index)),
                let verdict = verdictByPlace(literal, place, isSinglePrecision)
            {
                evidence.addWords(literal, fits: verdict.isTrue)
            } else if let copy = places.copy(at: index) {
                // Its neighbour's value stands here again, where another one belongs.
                tie(literal, copy, .wrong, copy.expression)
            } else if let (candidate, verdict) = Self.fitting(literal.number, named) {
                evidence.add(literal, fits: true)
                tie(literal, candidate, verdict)
            } else if isSinglePrecision, let candidate = named.first(where: { Self.isNear(literal.number, $0.value) }) {
                evidence.add(literal, fits: true)
                tie(literal, candidate, .roundingPath)
            } else if let verdict = verdictByPlace(
                literal, places.prediction(for: index), isSinglePrecision, isNamed: !named.isEmpty)
            {
                evidence.addWords(literal, fits: verdict.isTrue)
            } else if let given = naming.given(literal) {
                // The word right before it counts before words further away.
                if let (candidate, verdict) = Self.fitting(literal.number, given.candidates) {
                    evidence.addWords(literal, fits: true)
                    tie(literal, candidate, verdict, given.spelling)
                } else {
                    misfits.append(
                        Misfit(literal: literal, candidates: given.candidates, spokenName: given.spelling, words: 1))
                }
            } else if named.isEmpty || literal.number.digitsThatSay >= 3,
                let (name, candidate, verdict) = naming.spoken(literal)
            {
                evidence.addWords(literal, fits: true)
                tie(literal, candidate, verdict, name)
            } else if named.isEmpty, let (candidate, verdict) = naming.equal(literal) {
                tie(literal, candidate, verdict, candidate.expression)
            } else if !named.isEmpty {
                // Of several quantities of one name the one is meant of which the numbers beside it are, or that the place says.
                let ofHeading = named.filter(\.isOfHeading)
                let others = literal.entry.map { $0.count - 1 } ?? .max
                var misfit = Misfit(literal: literal, candidates: ofHeading.isEmpty ? named : ofHeading)
                misfit.choose(runs.beside(literal, in: text), others: others)
                misfit.choose(places.prediction(for: index), others: others)
                // A finger's slip away from what the name means is no sign that something else is meant.
                if Self.single(misfit.candidates, for: literal.number).map({ Self.isSlip(literal.number, $0.value) }) != true {
                    evidence.add(literal, fits: false)
                }
                misfits.append(misfit)
            } else if isSinglePrecision, let name = naming.nearest(literal),
                let candidate = name.candidates.first(where: { Self.isNear(literal.number, $0.value) })
            {
                evidence.addWords(literal, fits: true)
                tie(literal, candidate, .roundingPath, name.spelling)
            } else if let name = naming.nearest(literal).map({
                Self.single($0.candidates, for: literal.number) == nil ? naming.misspelled(literal) ?? $0 : $0
            }) {
                evidence.addWords(literal, fits: false)
                misfits.append(
                    Misfit(
                        literal: literal, candidates: name.candidates, spokenName: name.spelling, words: name.words.count))
            } else if let name = naming.misspelled(literal) {
                misfits.append(
                    Misfit(
                        literal: literal, candidates: name.candidates, spokenName: name.spelling, words: 1, isSlipOnly: true))
            }
        }
        let elsewhere = Dictionary(
            literals.compactMap { literal in ties[literal.position].map { (literal.number.text, $0.expression) } }
        ) { first, _ in first }
        for misfit in misfits where ties[misfit.literal.position] == nil {
            judge(misfit, evidence, elsewhere, naming, among: numbers)
        }
    }

    /// What the place of a number says against what its name may mean: another quantity of the same name, by many neighbours.
    private static func contradiction(
        to literal: NamedLiteral, _ named: [QuantityIndex.Candidate], _ place: PlaceReading.Prediction?
    ) -> PlaceReading.Prediction? {
        guard let place, place.isOfOneBlock, place.fits >= 4, place.misfits == 0,
            !literal.number.verdict(for: place.candidate.value).isTrue,
            named.contains(where: { $0.value.isSame(as: place.candidate.value) })
        else { return nil }
        return place
    }

    /// Ties a number of a table, vector or matrix to what its neighbours there say that it is; nil where they say too little.
    ///
    /// - Parameter isNamed: whether it has a name of its own, which isn't that quantity's: then its place can't make it right.
    private mutating func verdictByPlace(
        _ literal: NamedLiteral, _ place: PlaceReading.Prediction?, _ isSinglePrecision: Bool, isNamed: Bool = false
    ) -> Verdict? {
        guard let place, ties[literal.position] == nil else { return nil }
        let (candidate, number) = (place.candidate, literal.number)
        let own = number.verdict(for: candidate.value)
        if own == .vague || own == .notComputed { return nil }
        if own.isTrue {
            guard !isNamed else { return nil }
            tie(literal, candidate, own, candidate.expression)
            return own
        }
        if isSinglePrecision, !isNamed, Self.isNear(number, candidate.value) {
            tie(literal, candidate, .roundingPath, candidate.expression)
            return .roundingPath
        }
        let distance = abs(number.value - candidate.value)
        let isSlip = Self.isSlip(number, candidate.value) || distance <= 0.02 * abs(candidate.value)
        let isTyping = number.digitsThatSay >= 3 && Self.isSlip(number, candidate.value)
        guard place.isOfOneBlock, (place.fits >= 3 && place.misfits == 0) || (isSlip && place.fits > 1) || isTyping else {
            return nil
        }
        // Steps rounded in between drift; where numbers behind it are right to the last digit, they didn't.
        // What needs no more digits than are printed isn't rounded at all.
        let isRounded = abs(candidate.value - (candidate.value / number.unit).rounded() * number.unit) > 1e-9 * number.unit
        let isDrift = isRounded && distance <= 2 * number.unit && (place.fits < 4 || place.fitsBehind == 0)
        tie(literal, candidate, isDrift ? .roundingPath : .wrong, candidate.expression)
        return isDrift ? .roundingPath : .wrong
    }

    private mutating func tie(
        _ literal: NamedLiteral, _ candidate: QuantityIndex.Candidate, _ verdict: Verdict, _ name: String? = nil
    ) {
        // What a number is called counts before what it was put in for.
        guard ties[literal.position] == nil else { return }
        var tie = Tie(
            name: name ?? literal.spelling, expression: candidate.expression, value: candidate.value, verdict: verdict)
        tie.isDeltaOfOutput = literal.isDelta && candidate.isGradientOfOutput
        ties[literal.position] = tie
    }
}

extension NamedLiteral {
    fileprivate var isDelta: Bool {
        guard case .quantity(let letter)? = names.first else { return false }
        return letter.base == "delta"
    }
}

extension QuantityIndex.Candidate {
    fileprivate var isGradientOfOutput: Bool {
        guard case .gradient(let identity)? = number.meaning else { return false }
        return identity.kinds.contains(.output) && !identity.kinds.contains(.sum)
    }
}
