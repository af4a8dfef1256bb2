import Exhibits

/// Names that a page gives to its own parts. An author's of the same name would take their links: the verification page's to a
/// claim, say.
package enum PageNames {
    static func findings(in lesson: Lesson) -> [Finding] {
        lesson.givenNames.filter { isOwn($0.name) }.map { given in
            Finding(
                .error, code: "reserved-name", at: given.place,
                "“\(given.name)” is what the page calls a part of its own; give the label another name")
        }
    }

    package static func isOwn(_ name: String) -> Bool {
        if ["content", "search-list"].contains(name) { return true }
        return ["claim.", "frame-", "slide:", "drawing-cell-"].contains { start in
            name.hasPrefix(start) && name.dropFirst(start.count).first?.isNumber == true
        }
    }
}
