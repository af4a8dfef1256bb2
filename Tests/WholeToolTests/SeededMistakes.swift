/// Lessons with seeded mistakes: `⟦right|written|verdict|words⟧` stands where a number stands. The original has the first, the
/// mistaken copy the second, which has to be found with that verdict, at that place, and explained with those words.
enum SeededMistakes {
    static let cells = """
        ```{swift}
        let net = Network(inputs: 2) {
            Dense(2, weights: [[0.15, 0.20], [0.25, 0.30]], bias: 0.35)
            Sigmoid()
            Dense(2, weights: [[0.40, 0.45], [0.50, 0.55]], bias: 0.60)
            Sigmoid()
        }
        let pass = net.backpropagate([0.05, 0.10], toward: [0.01, 0.99], minimizing: .halfSquaredError)
        let descent = Optimizer.gradientDescent(rate: 0.5, updating: .weights)
        let next = net.updated(along: pass, by: descent)
        let after = next.backpropagate([0.05, 0.10], toward: [0.01, 0.99], minimizing: .halfSquaredError)
        let run = net.trained(
            on: [[0.05, 0.10]: [0.01, 0.99]], minimizing: .halfSquaredError, by: descent, epochs: 100)
        let xor: Dataset = [[0, 0]: [0, 0], [0, 1]: [1, 0], [1, 0]: [1, 0], [1, 1]: [0, 1]]
        let mean = net.loss(on: xor, minimizing: .halfSquaredError)
        let share = 1 - run.losses[100]
        let outputGradients = [
            [pass.gradient(of: "w5"), pass.gradient(of: "w6")], [pass.gradient(of: "w7"), pass.gradient(of: "w8")],
        ]
        let firstLosses = [run.losses[0], run.losses[1], run.losses[2]]
        ```


        """

    static let prose = """
        # Numbers in prose, the error is [⟦0.298371|0.289371|wrong|digits swapped⟧](claim:pass.loss)

        A digit: the error is [⟦0.298371109|0.298371189|wrong|⟧](claim:pass.loss), swapped
        [⟦0.298371109|0.298731109|wrong|digits swapped: 73 for 37⟧](claim:pass.loss), one too many
        [⟦0.298371109|0.2988371109|wrong|one digit 8 too many⟧](claim:pass.loss). In Größe ≈ 1 🙂 the column counts bytes:
        [⟦≈ 0.298|≈ 0.398|wrong|⟧](claim:pass.loss).

        - Another weight's gradient: [⟦0.082167041|0.082667628|wrong|w6⟧](<claim: pass.gradient(of: "w5")>)
        - another weight: [⟦0.408666186|0.511301270|wrong|w7⟧](<claim: next["w6"]>)
          1. no minus: [⟦−0.022602540|0.022602540|wrong|opposite sign⟧](<claim: pass.gradient(of: "w7")>)
          2. a minus too many: [⟦0.082167041|-0.082167041|wrong|opposite sign⟧](<claim: pass.gradient(of: "w5")>)

        > Cut off: [⟦0.082667628|0.082667627|truncated|⟧](<claim: pass.gradient(of: "w6")>), a rounded step:
        > [⟦−0.019049118|−0.019049119|rounding path|rounded to⟧](<claim: pass.partial("E_o2", "out_h1")>).

        > [!NOTE]
        > Without ½: [⟦0.298371109|0.596742218|wrong|without ½⟧](claim:pass.loss), a sum for a mean:
        > [⟦0.39071749|1.56286994|wrong|⟧](claim:mean).

        Without the bias: [⟦1.105905967|0.505905967|wrong|⟧](<claim: pass["net_o1"]>). With the new weights:
        [⟦0.036350306|0.030229739|wrong|weights of⟧](<claim: pass.gradient(of: "out_h1")>). One step early:
        [⟦0.020046828|0.020311827|wrong|step 99, not 100⟧](<claim: run.losses[100]>), or late:
        [⟦0.298371109|0.291027774|wrong|after⟧](<claim: run.losses[0]>).

        Another digit where it was rounded: [⟦0.29837|0.29937|wrong|⟧](claim:pass.loss). More digits than were known:
        [⟦0.298371108760|0.298371109000|wrong|⟧](claim:pass.loss). In single precision:
        [⟦0.2983711087600|0.2983711063862|wrong|single precision⟧](claim:pass.loss). As a share and
        in percent: [⟦98.00 %|0.9800 %|wrong|⟧](claim:share), [⟦0.9800|98.00|wrong|percent⟧](claim:share). A power of ten:
        [⟦4.386e-4|4.386e-5|wrong|decimal point⟧](<claim: pass.gradient(of: "w1")>),
        [⟦4.386×10⁻⁴|4.386×10⁻³|wrong|decimal point⟧](<claim: pass.gradient(of: "w1")>). A vector:
        [⟦[0.751365, 0.772928]|[0.751365, 0.772982]|wrong|⟧](<claim: pass.output>).

        ```{swift}
        let small = pass.gradient(of: "w1")
        claim§("⟦0.298371109|0.298371119|wrong|⟧", pass.loss)
        ```

        """

    static let mathematics = """
        # Numbers in mathematics

        Inline $E = \\claim{⟦0.298371109|0.298371009|wrong|⟧}{pass.loss}$ and, after a formula $a_1 \\cdot b$, again
        $\\frac{\\partial E}{\\partial w_5} = \\claim{⟦0.082167041|0.081267041|wrong|digits swapped⟧}{pass.gradient(of: "w5")}$.

        $$ E = \\claim{⟦0.298371109|0.596742218|wrong|without ½⟧}{pass.loss} $$ {#eq-e}

        $$
        \\begin{aligned}
        net_{o1} &= 0.4 \\cdot \\claim{⟦0.593269992|0.596884378|wrong|out_h2⟧}{pass["out_h1"]} + 0.45 \\cdot 0.596884378 + 0.6 \\\\
          &= \\claim{⟦1.105905967|0.505905967|wrong|⟧}{pass["net_o1"]}
        \\end{aligned}
        $$

        $$
        \\nabla E = \\begin{pmatrix}
          \\claim{⟦0.082167041|0.082667628|wrong|w6⟧}{pass.gradient(of: "w5")} & \\claim{⟦0.082667628|0.0827|none|⟧}{pass.gradient(of: "w6")} \\\\
          \\claim{⟦-0.022602540|0.022602540|wrong|opposite sign⟧}{pass.gradient(of: "w7")} & \\claim{⟦-0.0227402422|-0.0227402722|wrong|⟧}{pass.gradient(of: "w8")}
        \\end{pmatrix}
        $$

        $$
        \\claim{⟦\\begin{pmatrix} 0.0822 & 0.0827 \\\\ -0.0226 & -0.0227 \\end{pmatrix}|\\begin{pmatrix} 0.0822 & 0.0827 \\\\ 0.0226 & -0.0227 \\end{pmatrix}|wrong|⟧}{outputGradients}
        $$

        $$
        f(k) = \\begin{cases}
          \\claim{⟦0.298371109|0.298371108|truncated|⟧}{run.losses[0]} & k = 0 \\\\
          \\claim{⟦0.020046828|0.020311827|wrong|step 99⟧}{run.losses[100]} & k = 100
        \\end{cases}
        $$

        > $$ \\frac{\\partial E_{o2}}{\\partial out_{h1}} = \\claim{⟦-0.019049118|0.019049118|wrong|opposite sign⟧}{pass.partial("E_o2", "out_h1")} $$

        - In a list: $w_1^+ = \\claim{⟦0.149780716|0.149817639|wrong|⟧}{next["w1"]}$ and
          $\\frac{\\partial E}{\\partial w_1} = \\claim{⟦4.385677 \\times 10^{-4}|4.385677 \\times 10^{-3}|wrong|decimal point⟧}{pass.gradient(of: "w1")}$,
          $E = \\claim{⟦29.8371 \\%|29.8317 \\%|wrong|digits swapped⟧}{pass.loss}$.

        """

    static let tables = """
        # Numbers in tables

        | quantity | value | gradient |
        |:--|--:|--:|
        | $w_5$ | [⟦0.40|0.45|wrong|⟧](<claim: net["w5"]>) | [⟦0.082167041|0.082167047|wrong|⟧](<claim: pass.gradient(of: "w5")>) |
        | $w_7$ | $\\claim{⟦0.50|0.05|wrong|⟧}{net["w7"]}$ | [⟦−0.02260254|0.02260254|wrong|opposite sign⟧](<claim: pass.gradient(of: "w7")>) |
        | `a` \\| b | [⟦0.298371109|0.291027774|wrong|after⟧](claim:pass.loss) | [⟦0.023560026|0.023560025|truncated|⟧](<claim: pass["E_o2"]>) |

        | | first | second |
        |--|--:|--:|
        | $o_1$ | ⟦0.082167041|0.082667628|wrong|⟧ | ⟦0.082667628|0.082667268|wrong|⟧ |
        | $o_2$ | ⟦−0.02260254|0.02260254|wrong|⟧ | $⟦-0.02274024|-0.2274024|wrong|⟧$ |

        : The gradients of the output layer {#tbl-gradients claim="outputGradients"}

        | step | loss |
        |--:|--:|
        | 0 | ⟦0.29837|0.59674|wrong|⟧ |
        | 1 | ⟦0.29103|0.29102|truncated|⟧ |
        | 2 | ⟦0.28355|0.29103|wrong|⟧ |

        : The first losses, of [⟦0.2984|0.2983|truncated|⟧](claim:pass.loss) in the beginning {#tbl-losses claim="firstLosses" columns="loss"}

        """

    static let lessons = [("prose", prose), ("mathematics", mathematics), ("tables", tables)]
}
