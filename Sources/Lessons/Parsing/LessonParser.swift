import Exhibits

extension Lesson {
    /// Reads a lesson: front matter, text, cells, claims. Never fails; what is wrong stands in the lesson's findings.
    ///
    /// - Parameters:
    ///   - source: The file's text.
    ///   - file: The file's name in findings: `lessons/06.md`.
    ///   - defaults: What the course's settings say; the lesson's own front matter goes over it.
    ///   - root: The course's folder, where paths start that begin with a slash.
    ///   - reading: The text of an included file by its path, or `nil` when there is none.
    public static func parsed(
        source: String, file: String, defaults: FrontMatter = FrontMatter(), root: String? = nil,
        reading: (String) throws(UnreadableFile) -> String? = { _ in nil }
    ) -> Lesson {
        var lifting = Lifting(avoiding: Array(source.utf8))
        lifting.root = root
        let number = lifting.files.add(file, source)
        var text = LocatedText(source, file: number)
        if text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { text = text[3..<text.count] }

        var (frontMatter, body) = FrontMatterParser.split(text, defaults: defaults, with: &lifting)
        frontMatter.style.decimalMark = DecimalMark(language: frontMatter.lang)
        frontMatter.style.language = PageLanguage(tag: frontMatter.lang)
        lifting.hasBibliography = !frontMatter.bibliography.isEmpty
        lifting.allowsRawHTML = frontMatter.allowsRawHTML
        lifting.profiles = frontMatter.profiles
        lifting.mayHaveDecimalComma = !frontMatter.lang.lowercased().hasPrefix("en")
        let bibliography = Bibliography.read(frontMatter.bibliography, beside: file, with: &lifting, reading: reading)
        let included = Includes.resolved(body, file: file, with: &lifting, reading: reading)
        let whole = HTMLBlocks.opened(MyST.read(GridTable.read(JekyllMath.read(included)), with: &lifting), with: &lifting)
        lifting.doublesDollars = DoubledDollars.are(in: whole.bytes)
        let blocksLifted = BlockLifter.lifted(whole, with: &lifting)
        let lifted = LeafLifter.lifted(blocksLifted, with: &lifting)

        var builder = TreeBuilder(lifted, lifting: lifting, execute: frontMatter.execute)
        var blocks = builder.blocks(of: CommonMark.tree(of: lifted.bytes))
        var formulas = FormulaReading(macros: frontMatter.macros)
        Numbering.number(&blocks, reading: &formulas)
        lifting = builder.lifting
        lifting.findings += formulas.errors
        for finding in formulas.findings { lifting.noteDialect(finding.kind, at: finding.place, finding.message) }
        DialectSearch.look(through: blocks, of: whole, with: &lifting)
        var lesson = Lesson(file: file, source: source, frontMatter: frontMatter, blocks: blocks)
        let claimed = Dictionary(grouping: lesson.claims, by: \.place.file)
        lesson.numerals = lifting.numerals.filter { numeral in
            !lifting.given.contains { $0.holds(numeral.place) }
                && !(claimed[numeral.place.file] ?? []).contains { $0.bytes.overlaps(numeral.bytes) }
        }.sorted { $0.place < $1.place }
        lesson.addresses = lifting.addresses.sorted { $0.place < $1.place }
        lesson.reads = lifting.reads
        lesson.bibliography = bibliography
        let unread = UnreadClaims.findings(
            in: whole, frontMatter: text[0..<(text.count - body.count)], of: lesson, lifting)
        lesson.findings =
            (lifting.findings + bibliography.findings(in: lesson) + unread + SplitNumbers.findings(in: blocks)
            + ForgedMarks.findings(in: blocks) + PageNames.findings(in: lesson) + StatementNumbers.findings(in: lesson)
            + ExerciseFindings.findings(in: blocks))
            .sorted { $0.place < $1.place }
        return lesson.edited(for: frontMatter.edition)
    }
}
