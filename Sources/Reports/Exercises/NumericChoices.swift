import Exhibits
import Lessons

/// Numbers to choose from: the answer, and what it comes to with one rule broken, in order of size.
struct NumericChoices {
    struct Option {
        var printed: PrintedNumber
        /// What leads to it; nil for the right one.
        var slip: Misconception?
    }

    let options: [Option]
    /// How many were asked for.
    let asked: Int

    var isComplete: Bool { options.count == asked }

    /// The letter of the right one.
    var letter: String { options.firstIndex { $0.slip == nil }.map { Exercise.letter($0).uppercased() } ?? "" }

    /// `nil` where nothing was computed.
    init?(_ offer: Blank.Offer, in transcript: Transcript, _ numbers: NumberText) {
        guard let right = transcript.outcomes[offer.slot]?.value?.number, right.isFinite else { return nil }
        asked = offer.count
        let own = numbers.printed(right, decimals: offer.decimals)
        let format: NumberFormat = own.exponent == nil ? .decimals(own.decimals) : .scientific(own.decimals)
        let distance = max(own.unit, offer.tolerance ?? 0) * (1 + 1e-9)
        var distinct: [Option] = []
        for slip in Misconception.apart(transcript.answers?.answer(slot: offer.slot, entry: 0), from: right, by: distance) {
            distinct.append(Option(printed: PrintedNumber(slip.value, format), slip: slip))
        }
        // Which of the common ones are offered follows from the numbers, so that the right one has no usual place.
        let most = 2 * (offer.count - 1)
        let chosen = distinct.prefix(max(most, 0)).sorted { Self.hash($0, right) < Self.hash($1, right) }.prefix(
            offer.count - 1)
        options = (chosen + [Option(printed: own, slip: nil)]).sorted { $0.printed.value < $1.printed.value }
    }

    /// FNV-1a (Fowler, Noll and Vo) over the bits of the number and of the answer.
    private static func hash(_ option: Option, _ right: Double) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for bits in [option.printed.value.bitPattern, right.bitPattern] {
            for shift in 0..<8 { hash = (hash ^ (bits >> (8 * UInt64(shift)) & 0xFF)) &* 0x0000_0100_0000_01B3 }
        }
        return hash
    }

    /// ` (A) 0.12 (B) 0.75`, each a span of its own, which no line and no direction of writing takes apart; for instructors with
    /// what leads to each.
    fileprivate func span(withSlips: Bool) -> Inline {
        func span(_ content: [Inline], _ name: OfferedClass) -> Inline {
            var attributes = Attributes()
            attributes.classes = [name.rawValue]
            return .span(content, attributes)
        }
        let language = PageStyle.current.language
        let choices = options.enumerated().flatMap { position, option -> [Inline] in
            let between = position > 0 && withSlips ? language.semicolon : " "
            let letter = Inline.text("(\(Exercise.letter(position).uppercased())) ")
            let choice = span([letter, span([.text(option.printed.text)], .number)], .choice)
            let slip = withSlips ? option.slip.map { [Inline.text(language.colon + $0.words)] } ?? [] : []
            return [.text(between), choice] + slip
        }
        return span(choices, .offer)
    }
}

extension Misconception {
    /// The misconceptions of an answer that are farther than `distance` from it and from each other, the commonest first.
    static func apart(_ answer: AnswerSheet.Answer?, from right: Double, by distance: Double) -> [Misconception] {
        var kept: [Misconception] = []
        for slip in answer?.misconceptions ?? []
        where abs(slip.value - right) > distance && kept.allSatisfy({ abs($0.value - slip.value) > distance }) {
            kept.append(slip)
        }
        return kept
    }
}

extension Lesson {
    /// The lesson with the numbers to choose from behind the blanks that offer some.
    func offering(_ transcript: Transcript) -> Lesson {
        guard hasOffers else { return self }
        var lesson = self
        let numbers = NumberText(digits: frontMatter.style.digits)
        let isForInstructors = frontMatter.edition == .instructor
        func choices(_ offer: Blank.Offer?) -> NumericChoices? {
            offer.flatMap { offer in
                PageStyle.$current.withValue(frontMatter.style) { NumericChoices(offer, in: transcript, numbers) }
            }
        }
        func span(_ choices: NumericChoices, withSlips: Bool) -> Inline {
            PageStyle.$current.withValue(frontMatter.style) { choices.span(withSlips: withSlips) }
        }
        lesson.blocks = blocks.mappingInlines { inline in
            switch inline {
            case .gap(var gap) where gap.given != nil:
                gap.say(transcript, numbers, style: frontMatter.style)
                return [.gap(gap)]
            case .gap(var gap):
                guard let choices = choices(gap.offer) else { return [inline] }
                gap.form = BlankForm("__") ?? gap.form
                gap.offer = nil
                return [.gap(gap), span(choices, withSlips: false)]
            case .blank(let blank):
                guard let choices = choices(blank.offer) else { return [inline] }
                return [inline, span(choices, withSlips: isForInstructors)]
            case .key(let blank):
                guard let choices = choices(blank.offer) else { return [inline] }
                return [inline, .text(" (\(choices.letter))")]
            default: return [inline]
            }
        }
        return lesson
    }

    private var hasOffers: Bool {
        var has = false
        walk { visit in
            switch visit {
            case .inline(.gap(let gap)): has = has || gap.offer != nil || gap.given != nil
            case .inline(.blank(let blank)), .inline(.key(let blank)): has = has || blank.offer != nil
            default: break
            }
        }
        return has
    }
}
