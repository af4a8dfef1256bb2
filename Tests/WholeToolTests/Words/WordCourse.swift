/// A course that uses every exhibit, every form of an exercise, every callout and block, in a language of one's choice.
///
/// All words of its author are in Cyrillic letters, which no language of Lectern's pages is written in, so every word in other
/// letters is one that Lectern, or a name in a program, brought along.
enum WordCourse {
    /// The files of the course in a language: `§` in them is the decimal mark, `¤` the same in a formula, `¦` what separates the
    /// entries of a list.
    static func files(in language: String) -> [String: String] {
        let hasComma = ["de", "fr", "es"].contains(language)
        func spelled(_ text: String) -> String {
            text.replacing("§", with: hasComma ? "," : ".").replacing("¤", with: hasComma ? "{,}" : ".")
                .replacing("¦", with: hasComma ? "; " : ", ")
        }
        return [
            "lessons/course.yml": "lang: \(language)\n" + settings, "lessons/a.md": spelled(lesson),
            "lessons/b.md": spelled(second), "lessons/s.md": slides, "lessons/refs.bib": works, "lessons/p.svg": picture,
        ]
    }

    private static let picture =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><rect width=\"40\" height=\"20\"/></svg>\n"

    private static let settings = """
        title: Курс
        description: Слово
        author: Автор
        bibliography: refs.bib
        site-url: https://example.org/kurs/
        repo-url: https://github.com/example/kurs
        repo-actions: [edit, source, issue]
        version: Зима
        versions:
          Лето: ../leto/
        downloads: [notebook, markdown, pdf]
        footer: "© Кафедра"
        links:
          github: https://github.com/example/kurs
          Расписание: b.md
        parts:
          - title: Часть
            lessons: [a, b, s]

        """

    private static let slides = """
        ---
        title: Слайды
        format: slides
        ---

        # Один

        Слово

        ::: {.notes}
        Слово
        :::

        ## Два

        . . .

        ```{swift}
        print("Слово")
        plot([1, 0.5, 0.25])
        ```

        """

    private static let works = """
        @article{key, author={Иванов, И. and Петров, П.}, title={Слово}, journal={Журнал}, year={2020}, volume={3}, pages={1--2}}
        @inproceedings{keyb, author={Иванов, И. and Петров, П. and Попов, П. and Сидоров, С.}, editor={Попов, П.}, title={Слово}, booktitle={Журнал}, year={2020}, pages={1--2}, edition={2}}
        @phdthesis{keyc, author={Иванов, И.}, title={Слово}, school={Школа}, year={2021}}

        """

    private static let second = #"""
        ---
        title: Лекция
        notation: indexed
        digits: 4
        verification: true
        bibliography: refs.bib
        ---

        # Глава {#sec-b}

        ```{swift}
        let net = Network(inputs: 2, seed: 4) { Dense(2); Tanh(); Dense(2); Softmax() }
        let pass = net.backpropagate([0.5, 0.1], toward: [1, 0], minimizing: .categoricalCrossEntropy)
        show(pass.forwardTable)
        show(pass.forwardWorking)
        show(pass.derivation(of: "w1"))
        show(pass.gradientTable(updatedBy: .adam(rate: 0.1)))
        show(pass.diagram(gradients: true, notation: .indexed))
        show(pass.matrixForm)
        ```

        ::: {#exr-s points=1}
        Слово [_§____](answer:pass.loss){.shown}
        :::

        """#

    private static let lesson = #"""
        ---
        title: Урок
        subtitle: Имя
        description: Слово
        author: Автор
        date: 2026-03-01
        aliases: /old.html
        ---

        ```{swift}
        let net = Network(inputs: 2) {
            Dense(2, weights: [[0.15, 0.20], [0.25, 0.30]], bias: 0.35)
            Sigmoid()
            Dense(2, weights: [[0.40, 0.45], [0.50, 0.55]], bias: 0.60)
            Sigmoid()
        }
        let pass = net.backpropagate([0.05, 0.10], toward: [0.01, 0.99], minimizing: .halfSquaredError)
        let descent = Optimizer.gradientDescent(rate: 0.5)
        show(net.summary)
        show(pass.forwardTable)
        show(pass.forwardWorking)
        show(pass.gradientTable())
        show(pass.gradientTable(updatedBy: descent))
        show(pass.derivation(of: "w5", updatedBy: descent))
        show(pass.derivation(of: "w1"))
        show(pass.derivation(of: "w1", detail: .symbols))
        show(pass.derivation(of: "w1").byHand(.decimals(3)))
        show(pass.matrixForm)
        show(pass.graph)
        show(pass.diagram)
        show(pass.diagram(gradients: true))
        show(pass.diagram(gradients: false, asking: ["w5"]))
        show(pass.explorable)
        show(pass.gradientTrace)
        show(net.gradientCheck(of: [0.05, 0.10], toward: [0.01, 0.99], minimizing: .halfSquaredError))
        let steps = UpdateRule.adam(rate: 0.1).trace(of: "w", from: 1, along: [0.5, 0.4])
        show(steps)
        show(steps.table)
        ```

        ## Раздел {#sec-a}

        [0§7514](claim:pass["out_o1"]), [0§7515](claim:pass["out_o1"] "wrong"), [0§2486](claim:pass["out_o1"] "wrong"), [0§751365069](claim:pass["out_o1"]), [0§7513](claim:pass["out_o1"]), `{swift} pass.loss`, [[0§25¦0§25]](<claim: [0.5, 0.5]> "wrong"), [0§2984 ± 0§1](claim:pass.loss), [ложь слово](claim:pass.loss.isFinite), [ложь слово](claim:pass.loss.isNaN "wrong"), $\value{pass["w5"]}$, $\claim{0¤7514}{pass["out_o1"]} + \claim[wrong]{0¤9}{pass["out_o1"]}$.

        ```{swift}
        //| label: fig-a
        //| fig-cap: Подпись
        let xor = Dataset.xor
        let run = Network(inputs: 2, seed: 1) {
            Dense(3, initializer: .glorotUniform); Tanh(); Dense(1); Sigmoid()
        }.trained(on: xor, minimizing: .binaryCrossEntropy, by: .adam(rate: 0.05), epochs: 20, validating: xor, tracking: [.accuracy, .meanAbsoluteError, .f1(of: 1), .recall(of: 1), .precision(of: 1), .topAccuracy(1)])
        show(run)
        ```

        ```{swift}
        plot(run.losses, scale: .logarithmic)
        plot([Series("Ряд", run.losses)])
        show(run.scrub(classes: ["Нет", "Да"]))
        plot(run.network, on: xor, classes: ["Нет", "Да"])
        plot(run.network, on: xor)
        plot(xor, classes: ["Нет", "Да"])
        plot(xor)
        show(xor)
        show(run.network.answers(on: xor))
        show(run.network.confusion(on: xor))
        let scored = run.network.scoredAnswers(on: xor)
        show(scored.rocFigure())
        show(scored.precisionRecallFigure())
        show(scored.reliabilityFigure(bins: 2))
        plot(Sigmoid(), from: -4, through: 4)
        plot(.heatMap([[1.5, 2], [3, 4]]))
        plot(.images([[0, 0.5, 1, 0.25]], width: 2))
        plot(.bars([0.5, 2], names: ["Эй", "Бэ"]))
        plot(.histograms([(name: "Це", values: [1, 2, 2, 3])]))
        plot(.surface(x: -1...1, y: -1...1, paths: [.path("Путь", [[0, 0], [1, 1]])]) { (x: Double, y: Double) -> Double in x * x + y * y })
        show(Table(["Столбец"], rows: [[true]]))
        for i in 0..<60 { print("Строка", i) }
        claim("0.5", 0.5)
        ```

        ```{swift}
        let text = Network(inputs: [3, 1], seed: 2) { LSTM(1); Dense(1) }
        let read = text.backpropagate([0.5, 1, -0.25], toward: [0.5], minimizing: .meanSquaredError)
        show(read.unrolled())
        show(read.derivation(of: "u_f1"))
        show(read.forwardTable)
        show(read.gradientTable())
        let picture = Network(inputs: [3, 3, 1], seed: 3) { Conv2D(1, kernel: 2); ReLU(); Flatten(); Dense(2); Softmax() }
        let look = picture.backpropagate([0, 1, 0, 0, 1, 0, 0, 1, 0.5], toward: [1, 0], minimizing: .categoricalCrossEntropy)
        show(look.forwardTable)
        show(look.forwardWorking)
        show(look.gradientTable())
        show(look.matrixForm)
        show(picture.diagram)
        let two: Dataset = [[0.05, 0.1]: [0.01, 0.99], [0.5, 0.2]: [0.9, 0.1]]
        show(net.matrixForm(on: two, minimizing: .meanSquaredError))
        let wide = Network(inputs: 2, seed: 1) { Dense(12); Sigmoid(); Dense(1) }
        show(wide.backpropagate([1, 0], toward: [1], minimizing: .halfSquaredError).diagram)
        let x = Scalar("x", 0.5)
        show((x * x + exp(x)).graph)
        ```

        ```{swift}
        //| error: true
        //| code-fold: true
        let none: [Int] = []
        print(none[Int("3") ?? 0])
        ```

        ```{swift}
        //| label: tbl-b
        //| tbl-cap: Подпись
        //| echo: fenced
        show(Table(["Столбец"], rows: [[0.5]]))
        ```

        $$x = \value{1.5}$$ {#eq-a}

        | Один | Два |
        |---|---|
        | 1 | 2 |

        : Таблица {#tbl-a}

        ```{#lst-a .python lst-cap="Подпись"}
        x = 1
        ```

        ![Рис](p.svg){#fig-p width=50%}

        ::: {#fig-q layout-ncol=2}
        ![Рис](p.svg){#fig-q1}

        ![Рис](p.svg){#fig-q2}

        Подпись
        :::

        @eq-a, @tbl-a, @tbl-b, @fig-a, @fig-p, @fig-q1, @exr-a, @sol-a, @thm-a, @def-a, @exm-a, @lst-a, @sec-a, @trm-a, @sec-b, @exr-s.[^1]

        [^1]: Сноска

        | Счёт |
        |---|
        | 0§25 |
        | 0§5 |

        : Список {claim="[[0.25], [0.5]]"}

        [термин]{#trm-a} [@key] и @key.

        ::: {#thm-a}
        Слово
        :::

        ::: {#def-a}
        Слово
        :::

        ::: {#exm-a}
        Слово
        :::

        ::: {.callout-note}
        Слово
        :::

        ::: {.callout-warning}
        Слово
        :::

        ::: {.callout-tip}
        Слово
        :::

        ::: {.callout-important}
        Слово
        :::

        ::: {.callout-caution}
        Слово
        :::

        ::: {#exr-a points=2}
        Слово: [_§____](answer:pass["out_o1"]){.shown}, [_§____](answer:pass["w5"]){choices=3 .shown}

        ::: hint
        Слово
        :::

        ::: {.part points=1}
        Слово

        ::: choices
        - [ ] Первый. [Слово.]{.feedback}
        - [x] Второй.
        :::
        :::

        ::: {.part points=3}
        Слово [(_§___¦_§___)](<answer: pass.derivation(of: "w5").factors.prefix(2).map { $0 }>){.shown}, [#§#### · _§____ = _§____](<answer: [0.5, 0.25, 0.125]>){.shown}.

        ```swift {run}
        let delta = /*_*/pass.loss * 2/*_*/
        ```

        :::
        :::

        ::: {#sol-a}
        Слово
        :::

        ::: instructor
        Слово
        :::

        ::: {.panel-tabset}
        ## Эй
        Слово
        ## Бэ
        Слово
        :::

        - [x] Слово
        - [ ] Слово

        Понятие
        : Слово

        ::: {.column-margin}
        Слово
        :::

        ::: {layout-ncol=2}
        Слово

        Слово
        :::

        <details><summary>Слово</summary>

        Слово

        </details>

        {{< video https://example.org/a.mp4 >}}

        """#
}
