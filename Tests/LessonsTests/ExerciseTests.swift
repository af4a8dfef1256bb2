import Exhibits
import Testing

@testable import Lessons

/// Exercises, blanks and choices as an author writes them, and the editions made of them.
struct ExerciseTests {
    static func lesson(_ source: String, _ edition: Edition = .instructor) -> Lesson {
        var defaults = FrontMatter()
        defaults.edition = edition
        return Lesson.parsed(source: source, file: "a.md", defaults: defaults)
    }

    private static func blanks(_ source: String) -> [Blank] { lesson(source).exercises.flatMap(\.blanks) }

    /// Everything in the tree that some writer could print, in a form that leaves nothing out.
    private static func everything(_ lesson: Lesson) -> String {
        var text = ""
        lesson.walk { visit in
            switch visit {
            case .block(let node):
                switch node.block {
                case .cell(let cell): text += cell.code
                case .code(_, let code): text += code
                case .division(let division): text += "\(division.kind) \(division.label ?? "") \(division.attributes) "
                case .mathematics(let mathematics): text += mathematics.tex
                default: break
                }
            case .inline(.unseen): break
            case .inline(let inline): text += "\(inline) "
            }
        }
        return text
    }

    static let exercise = """
        ::: {#exr-one points=3}
        ## A pass

        Compute the output: [_.____](answer:pass["out_o1"]){points=1 tolerance=0.001}.

        ::: {.part points=2}
        Both: [(_.___, ____)](<answer: [a, b + 1]>){digits=2}
        :::

        ::: {.part}
        ::: choices
        - [ ] the first, [0.5](claim:x) [secret-feedback: the bias is missing]{.feedback}
        - [x] the second, [0.7](claim:y "wrong")
        :::
        :::

        ::: hint
        Begin at the end.
        :::
        :::

        ::: {#sol-one}
        secret-solution, $secret = \\claim{0.25}{z}$[^n], ![secret-picture](secret.png)

        | secret-cell |
        |--|
        | 1 |
        :::

        ::: instructor
        secret-note
        :::

        See @sol-one.

        [^n]: secret-footnote

        """

    @Test func `a blank knows its answer, its digits, its tolerance and its points`() throws {
        let blanks = Self.blanks(Self.exercise)
        #expect(blanks.map(\.number) == [1, 2])
        #expect(blanks.map(\.answer.expression) == ["pass[\"out_o1\"]", "[a, b + 1]"])
        #expect(blanks.map { $0.form.fields.map(\.decimals) } == [[4], [3, nil]])
        #expect(blanks.map(\.decimals) == [nil, 2])
        #expect(blanks.map(\.tolerance) == [0.001, nil])
        #expect(blanks.map(\.points) == [1, nil])
        #expect(blanks[1].gap.plainText == "(_.___, ____)")
    }

    @Test func `an exercise knows its points, its parts and what may be chosen`() throws {
        let exercise = try #require(Self.lesson(Self.exercise).exercises.first)
        #expect(exercise.label == "exr-one" && exercise.points == 3 && exercise.worth == 3)
        #expect(exercise.title.plainText == "A pass")
        #expect(exercise.parts.map(\.letter) == ["a", "b"] && exercise.parts.map(\.points) == [2, nil])
        let question = try #require(exercise.questions.first)
        #expect(question.choices.map(\.isRight) == [false, true] && question.hasOneAnswer)
        #expect(question.choices[0].feedback.plainText == "secret-feedback: the bias is missing")
        #expect(!question.choices[0].text.plainText.contains("secret"))
        #expect((0..<28).map(Exercise.letter).suffix(3) == ["z", "aa", "ab"])
    }

    @Test func `every edition runs the same program: the same cells, claims and values with the same numbers`() {
        let whole = Self.lesson(Self.exercise, .instructor)
        for edition in Edition.allCases {
            let edited = Self.lesson(Self.exercise, edition)
            #expect(edited.slots.map(\.number) == whole.slots.map(\.number), "\(edition)")
            #expect(edited.slots.map(\.expression) == whole.slots.map(\.expression), "\(edition)")
            #expect(edited.findings.isEmpty, "\(edited.findings)")
        }
    }

    @Test func `a student's tree holds no solution, no answer and no verdict in an exercise`() {
        let lesson = Self.lesson(Self.exercise, .student)
        let text = Self.everything(lesson)
        for word in ["secret", "out_o1", "b + 1", "wrong", "claim", "tolerance", "isDone: true", "sol-one", "z"] {
            #expect(!text.contains(word), "\(word) in \(text)")
        }
        #expect(text.contains("Begin at the end") && text.contains("the second, ") && text.contains("0.7"))
        #expect(text.contains("Solution"))
        #expect(lesson.unseen.count == 5)
    }

    @Test func `the printed solutions fill the blanks and keep what is for instructors alone`() {
        let solutions = Self.everything(Self.lesson(Self.exercise, .solutions))
        #expect(solutions.contains("out_o1") && solutions.contains("secret-solution"))
        #expect(!solutions.contains("secret-note") && !solutions.contains("secret-feedback"))
        let all = Self.everything(Self.lesson(Self.exercise, .instructor))
        #expect(all.contains("secret-note") && all.contains("secret-feedback") && all.contains("isDone: true"))
    }

    @Test func `who learns alone gets empty blanks, and the answers in a fold behind the exercise`() throws {
        let lesson = Self.lesson(Self.exercise, .selfStudy)
        var kinds: [String] = []
        for node in lesson.blocks { if case .division(let division) = node.block { kinds.append(division.kind) } }
        #expect(kinds == ["exercise", "answers", "solution", "footnote"])
        guard case .division(let exercise) = lesson.blocks[0].block else { return }
        #expect(!Self.everything(Lesson.withBlocks(exercise.content)).contains("out_o1"))
    }

    @Test func `letters among the answers say which part of the exercise they belong to`() throws {
        func choices(_ right: Int) -> String {
            "::: choices\n" + (0..<3).map { "- [\($0 == right ? "x" : " ")] text\n" }.joined() + ":::\n"
        }
        let parts = [1, 0].map { "::::: part\n\(choices($0)):::::\n" }.joined()
        let lesson = Self.lesson("::::::: exercise\n\(choices(2))\(parts):::::::\n", .selfStudy)
        var lines: [[Inline]] = []
        for node in lesson.blocks {
            guard case .division(let answers) = node.block, answers.kind == "answers" else { continue }
            walk(answers.content, text: { text, _ in lines.append(text) }) { _ in }
        }
        #expect(lines == [[.text("C")], [.text("(a) B")], [.text("(b) A")]])
    }

    @Test(arguments: [
        ("A [____](answer:x) b.\n", "blank-outside-exercise"),
        ("::: {#exr-a points=two}\nA\n:::\n", "bad-points"),
        ("::: {#exr-a points=-1}\nA\n:::\n", "bad-points"),
        ("::: {#exr-a points=inf}\nA\n:::\n", "bad-points"),
        ("::: {#exr-a}\n::: {.part points=1,5}\nA\n:::\n:::\n", "bad-points"),
        ("::: {#exr-a}\n[____](answer:x){points=many}\n:::\n", "bad-points"),
        ("::: {#exr-a}\n[answer](answer:x)\n:::\n", "blank-without-field"),
        ("::: {#exr-a}\n[_](answer:x)\n:::\n", "blank-without-field"),
        ("::: {#exr-a}\n[____](answer:)\n:::\n", "empty-expression"),
        ("::: {#exr-a}\n[____](answer:a + b)\n:::\n", "malformed-blank"),
        ("::: {#exr-a}\n![____](answer:x)\n:::\n", "unread-blank"),
        ("::: {#exr-a}\n[____](answer:x){tolerance=0}\n:::\n", "unknown-option"),
        ("::: {#exr-a}\n[____](answer:x){digit=3}\n:::\n", "unknown-option"),
        ("::: {#exr-a}\n::: choices\n- [ ] a\n- [ ] b\n:::\n:::\n", "no-right-choice"),
        ("::: {#exr-a}\n::: choices\n- [x] a\n:::\n:::\n", "no-choice"),
        ("::: choices\n- [x] a\n- [ ] b\n:::\n", "choices-outside-exercise"),
        ("Text.\n\n::: solution\nA\n:::\n", "solution-without-exercise"),
        ("::: exercise\n::: exercise\nA\n:::\n:::\n", "exercise-in-exercise"),
        ("::: exercise\nA\n:::\n\n::: solution\n[____](answer:x)\n:::\n", "blank-outside-exercise"),
    ]) func `what can't be meant is found in its line`(source: String, code: String) {
        for edition in Edition.allCases {
            let findings = Self.lesson(source, edition).findings
            #expect(findings.contains { $0.code == code }, "\(edition) \(findings)")
            #expect(findings.allSatisfy { $0.place.line >= 1 && $0.place.file == "a.md" })
        }
    }

    @Test(arguments: [
        "::: exercise\nA\n:::\n\n::: solution\nB\n:::\n", "::: exercise\nA\n\n::: solution\nB\n:::\n:::\n",
        "::: exercise\n| a |\n|--|\n| [__.__](answer:x) |\n:::\n", "::: exercise\n**[____](answer:f(x)[0])**\n:::\n",
        "::: {.exercise points=0.5}\nA\n:::\n", "- [x] done\n- [ ] to do\n",
    ]) func `what is meant is left alone`(source: String) {
        #expect(Self.lesson(source).findings.isEmpty)
    }

    @Test func `a solution has the number of its exercise in another lesson, or is found without one`() {
        var one = Self.lesson("::: {#exr-a}\nA\n:::\n\n::: {#exr-b}\nB\n:::\n")
        var two = Self.lesson("::: {#sol-b}\nC\n:::\n\n::: {#sol-c}\nD\n:::\n")
        one.name = "one"
        two.name = "two"
        let labels = CourseLabels(of: [one, two])
        #expect(labels["sol-b"]?.number == 2)
        #expect(labels.renewed(by: two)["sol-b"]?.number == 2)
        let findings = labels.findings(in: two)
        #expect(findings.map(\.code) == ["solution-without-exercise"] && findings[0].place.line == 5)
        let twice = CourseLabels(of: [one, one])
        #expect(twice.findings.allSatisfy { $0.code == "duplicate-label" } && twice.findings.count == 2)
    }

    @Test(
        arguments: [
            ("____", [nil]), ("_._", [1]), ("_.____", [4]), ("(__, __)", [nil, nil]), ("_,___", [3]),
            ("[__ _.__; _.__ __]", [nil, 2, 2, nil]),
        ] as [(String, [Int?])]) func `fields are rows of underscores, and digits stand behind their mark`(
            text: String, decimals: [Int?]
        ) throws
    {
        #expect(try #require(BlankForm(text)).fields.map(\.decimals) == decimals)
    }

    @Test(arguments: [
        ("[_._ __; __ _.__]", ["[_._ __;", "__ _.__]"]), ("[__; __; __]", ["[__;", "__;", "__]"]), ("(__; __)", ["(__; __)"]),
        ("[__ __]", ["[__ __]"]), ("____", ["____"]),
    ]) func `a matrix is written row by row`(text: String, rows: [String]) throws {
        let form = try #require(BlankForm(text))
        #expect(form.rows.map { row in row.filled(text: { $0 }, field: { _, field in Self.drawn(field) }) } == rows)
        #expect(form.rows.flatMap(\.fields) == form.fields)
    }

    private static func drawn(_ field: BlankForm.Field) -> String {
        guard let decimals = field.decimals else { return String(repeating: "_", count: field.width) }
        return String(repeating: "_", count: field.width - decimals - 1) + "." + String(repeating: "_", count: decimals)
    }
}

extension Lesson {
    fileprivate static func withBlocks(_ blocks: [BlockNode]) -> Lesson {
        Lesson(file: "a.md", source: "", frontMatter: FrontMatter(), blocks: blocks)
    }
}
