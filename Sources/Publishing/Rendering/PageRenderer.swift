import Claims
import Exhibits
import Foundation
import Lessons
import Reports
import Synchronization
import Storage

/// Draws pages from lessons and transcripts, several at a time: each borrows a typesetter, whose scripts run one call after
/// the other.
final class PageRenderer: Sendable {
    private let door: CourseDoor
    private let formulas: FormulaStore
    private let scripts: CompiledScripts
    private let isStrict: Bool
    private let isSelfContained: Bool
    private let writesEPUB: Bool
    private let idle = Mutex<[Typesetter]>([])
    private let mathematics = Mutex<MathematicsFiles?>(nil)

    init(
        door: CourseDoor, formulas: FormulaStore, scripts: CompiledScripts, isStrict: Bool, isSelfContained: Bool = false,
        writesEPUB: Bool = false
    ) {
        self.door = door
        self.formulas = formulas
        self.scripts = scripts
        self.isStrict = isStrict
        self.isSelfContained = isSelfContained
        self.writesEPUB = writesEPUB
    }

    func page(of lesson: Lesson, _ transcript: Transcript, in site: Stages.Site?) throws -> Stages.Page {
        let handout = Handout(lesson: lesson, transcript: transcript, strict: isStrict)
        let bytes = Dictionary(lesson.claims.map { ($0.place, $0.bytes) }) { first, _ in first }
        var page = Stages.Page(
            claims: handout.claims.map { Self.line($0, bytes[$0.place]) }, findings: handout.findings,
            unclaimed: UnclaimedNumbers.results(
                lesson.numerals, in: lesson.file, source: Array(lesson.source.utf8),
                mark: DecimalMark(language: lesson.frontMatter.lang)
            ).map { .init($0.text, at: $0.place) })
        guard let site, transcript.failures.isEmpty else { return page }
        let mathematics = try mathematicsFiles()
        let place = site.place(isSelfContained: isSelfContained)
        let checks = SelfChecks(lesson, transcript)
        let rendered = try withTypesetter { typesetter in
            try handout.rendered(
                in: place, with: typesetter, fonts: mathematics.fonts, asChapter: writesEPUB, checks: checks.sheets)
        }
        page.findings += checks.findings + rendered.findings
        for index in page.claims.indices {
            page.claims[index].anchor = handout.verifiedNumber(index, anchored: rendered.anchored).anchor
        }
        let enclosures = Enclosures(
            rendered.html, on: lesson.name, of: site.folder, door: door, allowsActive: lesson.frontMatter.allowsRawHTML)
        page.chapter = rendered.chapter?.written(
            pictures: enclosures.files, lessons: Set(EPUB.lessons(of: place)), siteURL: place.siteURL)
        var html = enclosures.html
        let tables = Dictionary(rendered.tables.map { ("\(lesson.name)/\($0.name)", Array($0.csv.utf8)) }) { first, _ in first }
        if isSelfContained {
            let shared = try SharedFiles(site, mathematics: mathematics, fonts: rendered.fonts)
            html = SelfContained.page(html) { address in
                guard let path = SitePath.resolved(address.removingPercentEncoding ?? address, on: lesson.name) else {
                    return nil
                }
                return enclosures.files[path] ?? tables[path] ?? shared.contents(of: path)
            }
        } else {
            page.files["assets/search/\(lesson.name).js"] = Array(rendered.search.utf8)
            page.files.merge(tables) { own, _ in own }
            for font in rendered.fonts { page.files["assets/fonts/\(font)"] = try mathematics.font(font) }
        }
        for figure in rendered.figures { page.files["\(lesson.name)/\(figure.name).svg"] = Array(figure.svg.utf8) }
        page.findings +=
            HiddenFiles(
                lesson, of: site.folder, door: door, written: page.files.merging(tables) { own, _ in own },
                shared: { path in
                    // Asked only where a lesson links to such a file.
                    (try? SharedFiles(site, mathematics: mathematics, fonts: rendered.fonts))?.contents(of: path)
                }
            ).findings
        page.files.merge(enclosures.files) { own, _ in own }
        page.files["\(lesson.name).html"] = Array(html.utf8)
        let read = place.read(in: lesson.frontMatter.lang)
        for alias in lesson.redirects where alias != "\(lesson.name).html" {
            page.files[alias] = Array(
                Redirect.html(
                    to: "\(lesson.name).html", from: alias, titled: lesson.title, in: read, lang: lesson.frontMatter.lang
                ).utf8)
        }
        if site.settings.furnishing.downloads.contains(.notebook) {
            let path = "\(lesson.name).ipynb"
            // A file of that name which only the page's own link means is another lesson's affair.
            if enclosures.files[path] == nil || !lesson.source.holds(Files.name(of: path)) {
                let notebook = try handout.notebook(labels: read.labels) { SVG.file(of: $0, id: $1) }
                page.files[path] = Array(notebook.utf8)
            } else {
                page.findings.append(
                    Finding(
                        .error, code: "same-file", at: Place(file: lesson.file, line: 1),
                        "this lesson links to a notebook \(path) of your own, and downloads: [notebook] in course.yml writes one "
                            + "in its place; rename yours, or leave `notebook` out there"))
            }
        }
        page.files["\(lesson.name).md"] = Array(rendered.markdown.utf8)
        return page
    }

    /// KaTeX's files, looked for when the first page needs them.
    private func mathematicsFiles() throws -> MathematicsFiles {
        try mathematics.withLock { files in
            let found = try files ?? MathematicsFiles()
            files = found
            return found
        }
    }

    private static func line(_ claim: Handout.JudgedClaim, _ bytes: Range<Int>?) -> CourseResult.ClaimLine {
        let judgement = claim.judgement
        var line = CourseResult.ClaimLine(
            place: claim.place, written: judgement.written,
            expression: claim.entry?.words ?? claim.expression ?? CourseResult.ClaimLine.inCell,
            verdict: judgement.verdict.rawValue, computed: judgement.computed, holds: judgement.holds,
            correction: judgement.isMeant ? nil : judgement.correction, causes: judgement.hints, bytes: bytes)
        line.isShown = claim.isShown
        line.entry = claim.entry
        guard !judgement.entries.isEmpty else { return line }
        line.numbers = judgement.entries.map { entry in
            let number = entry.judgement
            // A list whose verdict is stated holds as a whole.
            let holds = judgement.expected == nil ? number.holds : judgement.holds
            return CourseResult.ClaimLine(
                place: judgement.place(of: entry, from: claim.place), written: number.written,
                expression: line.expression + entry.label, verdict: number.verdict.rawValue, computed: number.computed,
                holds: holds, correction: judgement.isMeant ? nil : number.correction, causes: holds ? [] : number.hints,
                bytes: bytes.map { ($0.lowerBound + entry.offset)..<($0.lowerBound + entry.offset + number.written.utf8.count) }
            )
        }
        return line
    }

    private func withTypesetter<Result>(_ body: (Typesetter) throws -> Result) rethrows -> Result {
        let (formulas, scripts) = (formulas, scripts)
        let typesetter =
            idle.withLock { $0.popLast() }
            ?? Typesetter(recall: formulas.recall, remember: formulas.remember) {
                try SystemScripts.located().sources(scripts)
            }
        defer { idle.withLock { $0.append(typesetter) } }
        return try body(typesetter)
    }
}

extension Stages.Site {
    /// The course's parts with their titles: their own, or those of their folders' pages, or the folders' names.
    private var parts: [CoursePlace.Part] {
        settings.parts.map { part in
            let names = part.entries.map(\.name)
            let page = names.first.flatMap { first in entries.first { $0.name == first && first.hasSuffix("/index") } }
            let folder = names.first.flatMap { $0.contains("/") ? Files.name(of: Files.folder(of: $0)) : nil }
            var named = CoursePlace.Part(title: part.title ?? page?.title ?? folder ?? "", lessons: names)
            named.titles = part.titles
            return named
        }
    }

    /// The same in the renderer's words.
    func place(isSelfContained: Bool) -> CoursePlace {
        var place = CoursePlace(
            title: settings.shownTitle, author: settings.author, description: settings.description,
            language: settings.defaults.lang,
            entries: entries.map { entry in
                var lesson = CoursePlace.Entry(
                    name: entry.name, title: entry.title, description: entry.description,
                    language: entry.language ?? settings.defaults.lang, translates: entry.translates)
                lesson.labels = entry.labels
                return lesson
            },
            labels: CourseLabels(entries.flatMap(\.labels)), siteURL: settings.siteURL)
        place.parts = parts
        place.titles = settings.titles
        place.descriptions = settings.descriptions
        place.furnishing = settings.furnishing
        place.showsSidebar = settings.showsSidebar
        place.searched = settings.searched
        place.listsVerification = settings.defaults.showsVerification ?? true
        place.image = settings.image
        place.paper = settings.paper
        place.hasFeed = Feed.atom(settings: settings, entries: entries) != nil
        place.theme = settings.theme?.theme ?? CourseTheme()
        place.isSelfContained = isSelfContained
        return place
    }
}
