import Exhibits

/// A place in an exercise where an answer is to be written, `[_.____](answer:pass["out_o1"])`. The engine knows the answer.
public struct Blank: Hashable, Sendable {
    /// Its number in its exercise, from 1; 0 outside an exercise, where none may stand.
    public var number: Int
    public var form: BlankForm
    /// What the answer is, as an expression that is computed where the blank stands.
    public var answer: InlineValue
    /// Where the blank begins.
    public var place: Place
    /// Digits behind the mark for fields that don't show how many; nil leaves it to the page.
    public var decimals: Int?
    /// How far an answer may be from the computed one; nil goes by the digits.
    public var tolerance: Double?
    public var points: Double?
    /// How many numbers there are to choose from, `{choices=4}`: the right one and what known slips lead to; nil where it is to be
    /// written.
    public var choices: Int?
    /// Whether its value may stand elsewhere on the pages, `{.shown}`: nobody looks for it there.
    public var isShownElsewhere = false

    public init(form: BlankForm, answer: InlineValue, at place: Place) {
        number = 0
        self.form = form
        self.answer = answer
        self.place = place
    }

    /// What is left of it for who is to answer.
    public var gap: Gap {
        let given = form.fields.contains(where: \.isGiven) ? Given(slot: answer.slot, decimals: decimals) : nil
        return Gap(number: number, form: form, offer: offer, given: given)
    }

    /// Numbers that the page says itself: which answer they are of, and with how many digits where their fields don't show it.
    public struct Given: Hashable, Sendable {
        public var slot: Int
        public var decimals: Int?
    }

    /// What is offered to choose from; nil where the answer is to be written.
    public var offer: Offer? {
        choices.map {
            Offer(slot: answer.slot, count: $0, decimals: form.fields.first?.decimals ?? decimals, tolerance: tolerance)
        }
    }

    /// Numbers to choose from: which answer is one of them, how many there are, and how they are written.
    public struct Offer: Hashable, Sendable {
        public var slot: Int
        public var count: Int
        public var decimals: Int?
        public var tolerance: Double?
    }
}

/// A blank as a student sees it. It doesn't know the answer, so nothing that prints it can tell.
public struct Gap: Hashable, Sendable {
    public var number: Int
    public var form: BlankForm
    /// What is offered to choose from. It says of no number that it is the answer.
    public var offer: Blank.Offer?
    /// Where the numbers stand that are given; nil where none is.
    public var given: Blank.Given?
    /// Whether the page can check what is written into it.
    public var isChecked = false
}
