import Audit
import Claims
import Testing

/// Right numbers of public notes that were called wrong once, each for its kind; and beside it a slip that must be seen still.
struct FalseAlarmTests {
    @Test(
        arguments: [
            // The unit or the scale stands behind the formula.
            "takes $70 \\times 10^9 \\times 2 = 140$ GB.", "$784 \\times 25{,}088 + 25{,}088 \\approx 19.7$ million",
            "$784 \\times 25{,}088 + 25{,}088 \\approx$ **19.7 million**", "the $9/9 = 100$th percentile",
            // Commas of another language.
            "esa fracción es 16/768 ≈ 2,1 %: se entrena poco.",
            "(branch 5×5, module inception_3a):\n\nCost: 2 × 9 × 64 × 64 = 73,728 parameters.",
            "x = 0,5\n\n2 × 9 × 64 × 64 = 73,728", "> deltas = [(2,1),\n\n> num=175, num_m=175*1000=175,000.",
            "- (Llama 2: 11,008 = 4096 * 8/3 rounded up)",
            // The letter x between numbers, and behind words.
            "- **Pick A**: 25/100 x 75/100 = 18.75%",
            "Avg = 20 Power Users x 100 + 30 Casual Users x 10 = 2300/50 = 46",
            // Escaped commands of a page generator.
            "\\[latex\\]64 \\\\times 2^2 = 256\\[/latex\\]",
            "\\[latex\\]2 \\* \\\\frac{60.000}{250} = 2 \\* 240 = 480\\[/latex\\]",
            "> $$\n> 2^0 + 2^1 + ... + 2^8 = 2^9 - 1 = 511\n> $$", "impurity is 1 – (1/5)² – (4/5)² = 0.32.",
            "- (f ∘ g)(2) = 2(2)² - 1 = 8 - 1 = 7",
            "$\\sqrt{\\frac{400 + 0 + 400}{3}} = \\sqrt{267} \\approx 16.33$",
            "$$\\frac{66M}{340M} \\times \\frac{8}{32} = 0.19 \\times 0.25 = 0.049$$",
            // Labels, rows, lists.
            "$$\\begin{aligned}&\\left( 2\\right) \\begin{bmatrix}1 & 2\\\\3 & 4\\end{bmatrix}\\begin{bmatrix}5\\\\6\\end{bmatrix} = \\begin{bmatrix}17\\\\39\\end{bmatrix}\\end{aligned}$$",
            "$$\\begin{aligned}&-1.0=-1+\\frac{1}{4}\\times 0\\\\\n&-1.7=-1+\\frac{1}{4}\\times (-1.4)+\\frac{1}{4}\\times (-1.4)\\end{aligned}$$",
            "$$\n\\begin{bmatrix}\n - 1 \\\\\n 0.01 \\\\\n\\end{bmatrix} - \\begin{bmatrix}\n 1 \\\\\n 0.02 \\\\\n\\end{bmatrix} = \\begin{bmatrix}\n - 2 \\\\\n - 0.01 \\\\\n\\end{bmatrix}\n$$",
            "so v<sub>2</sub> = 0.98 × 0.02θ<sub>1</sub> + 0.02θ<sub>2</sub>", "so \\$df\\$2 = 30-3 =27.",
            "The mean is 1+2+3+4 = 10 / 4 = 2.5.", "symmetric at $\\pi=0.5$?", "volume by $2^{10} \\approx 1000$.",
            // A decimal comma among points, and a group that is none.
            "$p_1=0.3\\cdot 1+0.6\\cdot 0.5 + 0,1\\cdot 0=0.6$", "From above $x=0.5$, $C = 0,4 \\cdot \\sqrt 12 = 1,38.$",
            "$0.3 \\cdot 0.5 = 0.15$, $1.5+2.5=4.0$\n\n$0,35 \\times 400 = 140$",
            "$\\theta^\\ast=\\frac{\\log 10}{0.9}\\approx 2{,}558$", "$U \\approx 2{,}703 \\times 1{,}800 \\approx 4{,}865.$",
            // Dashes, hyphens and names.
            "G = (0.95-0.72) \\* (5/8) + (0.95 -- 0.92) \\* (3/8) = 0.16", "D = 0.95 -- 0.92 = 0.03", "md-8= (22%/33%)x4",
            "AP@3 = (0 + 0 + 1/3) / 2 = 1/6 ≈ 0.1667", "Nota 7: 5 alunos → 𝑓2= 5/10 = 0.5",
            // Permutations, mixed numbers, periods.
            "$(12345) = (15)(14)(13)(12)$", "$|(25)(34)|=\\operatorname{kgv}(2,2)=2$",
            "So 96 + 12/32 = $96 \\frac{12}{32} = 96.375$",
            "$E(X) = 0 \\cdot 0.84 + 50000 \\cdot 0.15(3) + 100000 \\cdot 0.00(6) = 8333.(3)$", "$3 \\cdot 0.15(3) = 0.46$",
            // π as a distribution.
            "初值 $\\pi^{(0)}=0.46,p^{(0)}=0.55$", "stationary if $\\pi P = \\pi$ and $\\|\\pi\\|_1=1$.", "$\\pi_1 = 0.3$",
            "The distribution is $(0.5, 0.5)$ with $\\|\\pi\\|_2 = 0.7071$",
            // What stands before or behind a formula belongs to it.
            "SE = sd/$\\sqrt{40}\\approx 0.36$", "SE = sd / \\(\\sqrt{40} = 0.36\\)", "- $e^{-1} \\approx 37$%.",
            "We need $400{,}000 \\times 28 = 11.2$ megabytes (MB)",
            "The mean extracts $100/0.637 \\approx 57\\%$ more information.",
            "conf = 2/6 : 3/6 = 0.67", "$t = \\frac{(579.2-565) - 0)}{14.5\\sqrt{1/6 + 1/8}} = 1.8$",
            // A sign repeated at a line's break.
            "$$\\begin{aligned} C &= (0.3\\cdot 1) -\\\\ &- (0.3\\cdot1 + 0.7 \\cdot 2) = -1.4 \\end{aligned}$$",
            "$$\\begin{aligned} C &= 2 \\cdot 3 \\cdot \\\\ &\\cdot 4 = 24 \\end{aligned}$$",
            // Groups of three digits behind a nought; sections among decimals with a comma.
            "A $7 \\times 7$ map with 2048 channels needs $7 \\times 7 \\times 2048 = 100{,}352$ inputs.",
            "- $\\max(2,4,1,0) = 4$\n\nIt needs $7 \\times 7 \\times 2048 = 100{,}352$ inputs.",
            "Each weight has roughly $224 \\times 224 \\approx 50{,}000$ positions.",
            "O histograma da seção 1.5.\n\nO valor sobe cerca de (0,0403 × 200 ≈ 8,06), passando para 112,60.",
            // Two equations side by side.
            "$$\n\\begin{align*}\nM_x &= 1(0) + 2(1) + 5(1) & M_y &= 1(2) + 2(1) + 5(3) \\\\\n&= 7. & &= 19.\n\\end{align*}\n$$",
            // Points and rows that go on.
            "The area is $A = 10\\frac23 = 10.\\overline{6}$.", "The spread was $0. 482 - 0.461 = 0.021$.",
            "$$\\frac{(6-5)^2}{5}+\\frac{(9-8)^2}{8}\\notag$$\n\n$$+ \\frac{(15-14.82)^2}{14.82} + \\frac{(6-9.41)^2}{9.41} = 1.5629$$",
            // Names, numbers of examples and equations, units.
            "At $\\omega^1 = 0$ the agent holds all ($\\pi^1 = 1$).", "斜率可萎缩约 $1-\\pi\\approx 75\\%$ 量级。",
            "查附表，得t0.05/2.11 = 2.201,", "All are correct (Ex 6.15 = 156; Ex 6.16 = 2/5).",
            "1. Find x^2 evaluated from 1 to 4 = 16 - 1 = 15", "## Exercise 13.7 有效权下 (13.16) = (13.19)",
            "$4 \\times 2048 \\times 4096 \\times 32 \\times 2 \\approx 2.1 , \\text{GB}$",
            "Marginal effect $0.045 \\times 0.354 \\times 0.646 = 1.03$ percentage points.",
            // What is only near, and says so.
            "Using 5 terms, the series in 23 gives $\\pi\\approx3.142013$.",
            "Smokers are $e^5 \\approx 150$ times more likely.",
            "By the tangent's linear approximation $\\sqrt{4.5} \\approx 2.125$.",
            "1. $e^1\\approx1+1+1/2+1/6=2.666666\\ldots$ with order-$3$ polynomial.",
            // Permutations, remainders, points that multiply, sizes of filters.
            "$2 \\mapsto \\sigma(2)=8 \\mapsto \\sigma(8)=4$", "Autre exemple : $(1,3)=(1,2)(2,3)(1,2)$.",
            "**Binary code**: $111+111=000$ modulo $2$.", "$17^4 \\times 17^4=21\\times 21=441\\equiv 41 \\pmod{100}$.",
            "On calcule $2.3-2^2=2>0$.", "$$E = \\frac{1}{6}.(1+2+3+4+5+6)=\\frac{21}{6}=3.5$$",
            "Keep every channel count (1×1=64, 3×3=128, 5×5=32).", "$$\ne^{(1)}=1-0=1,\n\\qquad\ne^{(2)}=5-2=3.\n$$",
            "probability $\\pi = 0.7$ ($\\log\\pi = -0.3567$).",
            "[\n4 \\times 2048 \\times 4096 \\times 32 \\times 2 ≈ 2.1 , \\text{GB}\n]",
            "- Step 2: row 2 = 0*1 + 2*0 = 0.", "Cov = 1 − 2 · (1/2) ln 3 = 1 − ln 3 ≈ 1 − 1.0986 = −0.0986.",
            "P(A|B) = 4/52 / 12/52 = 0.33", "$10{,}000 = 1000\\times10$",
            "zodat 0,5 en 1,25\n\n$\\frac{10990}{2800} = 3.925$, $307.7143 - 3.925 \\times 30 = 189.96$",
            // Binary numbers.
            "$(0.111) \\cdot 2^{2} = \\dfrac{7}{2}$", "En el sistema binario: $11001111 - 10111101 = 00010010$",
            // Operands that a program has rounded.
            "$78.5475 + (-4.9122) = 73.635263$", "$\\frac{1.9\\times 10^{-4}}{2.2\\times 10^{-5}} =8.9$",
            "$$\\begin{bmatrix} 0.71 & 0.44 \\\\ 0.71 & 0.44 \\end{bmatrix}=\\begin{bmatrix} -0.17 & 0.27 \\\\ -0.17 & 0.27 \\end{bmatrix}\\begin{bmatrix} 3.61 & 0 \\\\ 0 & 2.04 \\end{bmatrix}\\begin{bmatrix} -0.63 & -0.40 \\\\ 0.55 & 0.35 \\end{bmatrix}$$",
        ])
    func `a right number of somebody's notes is not called wrong`(notes: String) {
        let audit = audited(notes)
        #expect(audit.wrong.isEmpty, "\(audit.numbers)")
    }

    @Test(
        arguments: [
            ("takes $70 \\times 2 = 150$ in all", "150"), ("Cost: 2 × 9 × 64 × 64 = 73,782 and so on.", "73,782"),
            ("- **Pick A**: 25/100 x 75/100 = 19.75%", "19.75%"), ("$1 - (1/5)^2 - (4/5)^2 = 0.23$", "0.23"),
            ("$\\sqrt{800/3} = \\sqrt{267} \\approx 16.43$", "16.43"), ("$0.19 \\times 0.25 = 0.0457$", "0.0457"),
            (
                "$$\n\\begin{bmatrix}\n - 1 \\\\\n 0.01 \\\\\n\\end{bmatrix} - \\begin{bmatrix}\n 1 \\\\\n 0.02 \\\\\n\\end{bmatrix} = \\begin{bmatrix}\n - 2 \\\\\n - 0.03 \\\\\n\\end{bmatrix}\n$$",
                "0.03"
            ), ("2<sup>10</sup> = 1042", "1042"), ("$2^{10} \\approx 1200$.", "1200"),
            ("$78.5475 + (-4.9122) = 73.6335$", "73.6335"),
            ("- 3 · 0.5 = 1.6", "1.6"), ("- 4·(1/4) + 0.5 = 1.6 ✓", "1.6"), ("P = 4/52 / 12/52 = 0.43", "0.43"),
            ("$\\sigma(2) = 0.8881$", "0.8881"), ("$E = \\frac{1}{6}.(1+2+3+4+5+6)=3.6$", "3.6"),
            ("$12 \\times 12 = 148$", "148"),
            ("$2.3 - 2^2 = -1.9$", "1.9"), ("the model gives $0.5 \\cdot 0.5 = 0.26$", "0.26"),
            ("$7 \\times 7 \\times 2048 = 100{,}325$ inputs", "100{,}325"), ("valor de 0,5 e 0,0403 × 200 = 8,16.", "8,16"),
            (
                "$$\n\\begin{align*}\nM_x &= 1(0) + 2(1) + 5(1) & M_y &= 1(2) + 2(1) + 5(3) \\\\\n&= 7. & &= 91.\n\\end{align*}\n$$",
                "91"
            ), ("The mean gives $\\sqrt{4.5} \\approx 2.125$.", "2.125"), ("Area: $\\pi \\approx 3.142013$", "3.142013"),
            ("$e^5 = 150$ exactly", "150"), ("The sum 0.71 = 0.23 + 0.45 of both", "0.71"), ("$1101 - 1011 = 91$", "91"),
            ("$0.045 \\times 0.354 = 1.59$ in all", "1.59"),
            ("so 5 -- or more -- and 0.95 - 0.92 = 0.04", "0.04"), ("$x = 3, 0.4 \\cdot 2 = 0.9$", "0.9"),
            ("$\\pi \\cdot 2^2 = 12.75$", "12.75"), ("$(12)(13) = 165$", "165"), ("$2 \\frac{1}{2} = 1.5$", "1.5"),
            ("$0.15(3) = 0.54$", "0.54"), ("Mean:\n\n$\\sqrt{40} = 6.42$", "6.42"),
            ("and/or $\\sqrt{40} \\cdot 1 = 6.42$", "6.42"),
            ("$e^{-1} = 0.3697$ of all", "0.3697"), ("Step 2: 0.5 + 0.3 = 0.9", "0.9"),
            ("$1{,}800 \\times 3 = 5{,}500$", "5{,}500"), ("$100/0.5 = 250\\%$", "250\\%"),
            ("$$\\begin{aligned} C &= 2 \\cdot 3 \\cdot \\\\ &\\cdot 4 = 26 \\end{aligned}$$", "26"),
        ])
    func `a slip beside such forms is seen`(notes: String, wrong: String) {
        let audit = audited(notes)
        #expect(audit.wrong == [wrong], "\(audit.numbers)")
    }
}
