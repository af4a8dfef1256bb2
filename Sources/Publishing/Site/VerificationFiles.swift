import Exhibits
import Lessons
import Reports

extension CourseBuild {
    /// The pages' claims in the course's order, as they stand on the pages: of a lesson that failed those of its last good page.
    func verification(_ items: [Item]) throws -> [VerificationPage.Lesson] {
        try items.map { item in
            if isCurrent(item), !item.isUnchanged { return shown(item, item.result.claims, item.result.isolation) }
            return shown(item, try details(of: item)?.claims ?? [], item.earlier?.record.result.isolation)
        }
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
    ) -> VerificationPage.Lesson {
        let absolute = Files.absolute(course.folder)
        return VerificationPage.Lesson(
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
    func verificationFiles(_ page: VerificationPage, in site: Stages.Site) throws -> [String: [UInt8]] {
        guard site.settings.defaults.showsVerification ?? true, !page.isEmpty else { return [:] }
        var html = try page.html(in: site.place(isSelfContained: options.isSelfContained))
        if options.isSelfContained {
            let shared = try SharedFiles(site, mathematics: MathematicsFiles())
            html = SelfContained.page(html, read: shared.contents)
        }
        return [
            VerificationPage.file: Array(html.utf8),
            "verification.json": Array(try JSONText.encoded(page.form).utf8),
        ]
    }
}

extension Digest {
    /// What the tables of verified numbers show of a lesson.
    init(of lesson: VerificationPage.Lesson) {
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
