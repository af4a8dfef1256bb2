import Exhibits

/// Text whose author says that its numbers are given and state no results: `[0.05 and 0.1]{.given}`, or a division of that class.
struct GivenStretch {
    var from: Place
    var to: Place

    func holds(_ place: Place) -> Bool { place.file == from.file && from <= place && place <= to }
}

extension Lifting {
    mutating func noteGiven(_ attributes: Attributes, from: Place, to: Place) {
        if attributes.classes.contains("given") { given.append(GivenStretch(from: from, to: to)) }
    }
}
