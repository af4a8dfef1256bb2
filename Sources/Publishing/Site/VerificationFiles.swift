import Exhibits
import Lessons
import Reports
import Storage

extension CourseBuild {
    /// What the tables show of a lesson, and how the one for programs says it: of a lesson that failed, what its last good page has.
    private func verified(_ item: Item, in language: String) throws -> KeptVerification {
        let key = Digest(
            of: [verificationDigest(of: item).text, language, stages.renderer(tools)?.text ?? ""].joined(separator: "\u{0}"))
        let name = verifiedName(of: item.entry.name)
        if let kept = store.value(KeptVerification.self, at: name), kept.key == key { return kept }
        let lesson =
            isCurrent(item) && !item.isUnchanged
            ? shown(item, item.result.claims, item.result.isolation)
            : shown(item, try details(of: item)?.claims ?? [], item.earlier?.record.result.isolation)
        let made = KeptVerification(
            key: key, shown: lesson.shown(in: language), form: JSONText.indented(try JSONText.encoded(lesson.form)))
        store.keep(made, at: name)
        return made
    }

    /// What they show, without the claims of pages that are as they were.
    func verificationDigest(_ items: [Item]) -> Digest {
        Digest(of: items.map { verificationDigest(of: $0).text }.joined(separator: "\u{0}"))
    }

    func verificationDigest(of item: Item) -> Digest {
        if isCurrent(item), !item.isUnchanged {
            return Digest(of: shown(item, item.result.claims, item.result.isolation))
        }
        return item.earlier?.record.verification ?? Digest(of: shown(item, [], nil))
    }

    private func isCurrent(_ item: Item) -> Bool { item.isSelected && item.isTried && isPublishable(item) }

    private func shown(
        _ item: Item, _ claims: [CourseResult.ClaimLine], _ isolation: IsolationLevel?
    ) -> VerifiedLesson {
        let absolute = Files.absolute(course.folder)
        return VerifiedLesson(
            page: item.entry.name + ".html", title: item.entry.title,
            claims: claims.filter(\.isShown).map { number($0, absolute) }, isolation: isolation)
    }

    private func number(_ claim: CourseResult.ClaimLine, _ absolute: String) -> VerifiedNumber {
        var number = claim.number
        number.place.file = publicName(of: number.place.file, absolute)
        return number
    }

    /// A file of the course as the world may know it, wherever the course lies on this machine: `lessons/06.md`.
    /// - Parameter absolute: the course's folder from the root.
    private func publicName(of file: String, _ absolute: String) -> String {
        let name = Files.name(of: absolute)
        for folder in [course.folder, absolute] where file.hasPrefix(folder + "/") {
            return Files.join(name, String(file.dropFirst(folder.count + 1)))
        }
        return file.hasPrefix("/") ? Files.name(of: file) : Files.join(course.folder == "." ? name : "", file)
    }

    /// `verification.html` and `verification.json`, unless the course doesn't want them or nothing is claimed in it.
    func verificationFiles(_ items: [Item], in site: Stages.Site) throws -> [String: [UInt8]] {
        guard site.settings.defaults.showsVerification ?? true else { return [:] }
        let place = site.place(isSelfContained: options.isSelfContained)
        let lessons = try items.map { try verified($0, in: place.language) }.filter { $0.shown.tally.claims > 0 }
        let page = VerificationPage(lessons.map(\.shown))
        if page.isEmpty { return [:] }
        var html = try page.html(in: place)
        if options.isSelfContained {
            let shared = try SharedFiles(site, mathematics: MathematicsFiles())
            html = SelfContained.page(html, read: shared.contents)
        }
        return [
            VerificationPage.file: Array(html.utf8),
            "verification.json": Array(try JSONText.encoded(page.tally, and: "lessons", lessons.map(\.form)).utf8),
        ]
    }
}

/// What is kept of a lesson's verified numbers for the tables of the course.
struct KeptVerification: Codable, Sendable {
    /// What it was made of.
    var key: Digest
    var shown: VerifiedLesson.Shown
    /// An object of JSON, indented as an entry of a list.
    var form: String
}

extension Digest {
    /// What the tables of verified numbers show of a lesson.
    init(of lesson: VerifiedLesson) {
        var parts = [lesson.page, lesson.title, lesson.isolation?.rawValue ?? ""]
        for claim in lesson.claims {
            parts += [claim.expression ?? "\u{1}", claim.written, claim.computed ?? "\u{1}", claim.verdict]
            parts += ["\(claim.holds)", "\(claim.place)", claim.anchor ?? "\u{1}"]
        }
        self.init(of: parts.joined(separator: "\u{0}"))
    }
}

extension CourseResult.ClaimLine {
    fileprivate var number: VerifiedNumber {
        VerifiedNumber(
            expression: expression == Self.inCell ? nil : expression, written: written, computed: computed, verdict: verdict,
            holds: holds,
            place: place, anchor: anchor)
    }
}
