import Exhibits
import Testing

@testable import Lessons

/// What would break: a digit that TeX sets beside a claim, by whatever command, makes another number of the one that was verified.
struct ShownFormulaTests {
    private static func codes(_ text: String) -> [String] {
        Lesson.parsed(source: text + "\n", file: "a.md") { _ in nil }.findings.filter { $0.severity == .error }.map(\.code)
    }

    @Test(arguments: [
        #"$\claim{1.5}{x}\mathbf{9}$"#, #"$\claim{1.5}{x}\mathbf9$"#, #"$\text{9}\claim{1.5}{x}$"#, #"$\claim{1.5}{x}\relax9$"#,
        #"$\claim{1.5}{x}\hspace{0em}9$"#, #"$\claim{1.5}{x}\kern 0.1em 9$"#, #"$\claim{1.5}{x}\cdot{10}^9$"#,
        #"$\claim{1.5}{x}\ast10^9$"#, #"$\claim{1.5}{x}\mathrm{e}9$"#, #"$9\tiny\claim{1.5}{x}$"#,
        #"$\overline{9}\claim{1.5}{x}$"#,
        #"$\begin{aligned}9&\claim{1.5}{x}\end{aligned}$"#, #"$\begin{alignedat}{2}x&=9&\claim{1.5}{x}\end{alignedat}$"#,
        #"$9\left.\claim{1.5}{x}\right.$"#, #"$\claim{1}{z}\text{.}5$"#, #"$\claim{1}{z}\mathord,000$"#, #"$\claim{1}{z}'000$"#,
        #"$\claim{1}{z}\text{ 000}$"#, #"$\claim{1.5}{x}^{}9$"#, #"$\claim{1.5}{x}_{}9$"#, #"$9_{\,}\claim{1.5}{x}$"#,
        #"$9\rule{0em}{0em}\claim{1.5}{x}$"#, #"$9\overset{}{}\claim{1.5}{x}$"#,
        #"$9\begin{matrix}\end{matrix}\claim{1.5}{x}$"#,
        #"$\alpha{9}\claim{1.5}{x}$"#, #"$\frac{1}{2}9\claim{1.5}{x}$"#, #"$\frac{1}{2}{9}\claim{1.5}{x}$"#,
        #"$x^{9\claim{1.5}{x}}$"#, #"$\claim{1.5}{x}\tfrac12$"#, #"$\claim{1.5}{x}\,\frac{1}{2}$"#,
        #"[1.5](claim:x)$\text{9}$"#, #"$\mathbf 9$[1.5](claim:x)"#, #"$\claim{{1}{5}}{v}$"#,
    ])
    func `a digit is one in any font, group or environment`(text: String) { #expect(Set(Self.codes(text)) == ["split-number"]) }

    @Test(arguments: [
        #"$\newcommand{\m}[1]{9#1}\m{\claim{1.5}{x}}$"#, #"$\newcommand{\m}{9}\m\claim{1.5}{x}$"#,
        #"$\let\q=9\q\claim{1.5}{x}$"#,
        #"$\def\%{9}\%\claim{1.5}{x}$"#, #"$\newcommand{\m}[2]{#2#1}\m{\claim{1.5}{x}}{9}$"#,
        "$\\def\\m{9}$\n\n$\\m\\claim{1.5}{x}$", "---\nmacros:\n  nine: \"9\"\n---\n$\\nine\\claim{1.5}{x}$",
    ])
    func `so is one that a definition brings`(text: String) { #expect(Set(Self.codes(text)) == ["split-number"]) }

    @Test(arguments: [
        #"$x^{-2}\claim{1.5}{x}$"#, #"$\tfrac12\claim{1.5}{x}$"#, #"$\frac\pi2\claim{1.5}{x}$"#,
        #"$\frac{\sqrt{2}}{3}\claim{1.5}{x}$"#, #"$\claim{1.5}{x}^{10}$"#, #"$\sqrt[3]{9}\claim{1.5}{x}$"#,
        #"$\begin{pmatrix}1 & \claim{2}{x}\\ -1 & \claim{3}{y}\end{pmatrix}$"#,
        #"$\begin{aligned}a&=\claim{2}{x}\\ b&=3\cdot\claim{2}{y}\end{aligned}$"#,
        #"$\begin{aligned}x&=9&\claim{1.5}{x}\end{aligned}$"#, #"$\begin{alignedat}{2}\claim{2}{x}&=1\end{alignedat}$"#,
        #"$\text{layer 2: }\claim{1.5}{x}$"#, #"$\text{layer 2 }\claim{1.5}{x}$"#, #"$\claim{2}{x}e^{9}$"#,
        #"$\claim{2}{x}\quad 9$"#, #"$9\hspace{1em}\claim{1.5}{x}$"#, #"$\newcommand{\w}{w_1}\w\claim{1.5}{x}$"#,
        #"$\newcommand{\norm}[1]{\lVert #1\rVert}\norm{\claim{1.5}{x}}$"#, #"$\sigma$-[1.5](claim:x)"#,
        #"$x^2$ [1.5](claim:x)"#, #"$\claim{\frac{1}{2}}{x}$"#, #"$\claim{1.5}{x}\frac{a}{2}$"#,
        #"$\claim{1.5}{x}\cdot\tfrac12$"#, #"$\claim{1.5}{x}\;\frac{1}{n}\sum_i x_i$"#, #"$\claim{1.5}{x}\frac{\sqrt{2}}{2}$"#,
        #"$4 \gtrsim \claim{1.5}{x}$"#, #"$(1, \claim{2}{x}, 3)$"#,
        #"$\begin{bmatrix*}[r]1 & \claim{2}{x}\\ -1 & 0\end{bmatrix*}$"#,
        #"$\operatorname*{arg\,max}_i x_i = \claim{1.5}{x}$"#,
    ])
    func `what parts two numbers does so`(text: String) { #expect(Self.codes(text) == []) }

    @Test(arguments: [
        #"9\DOTSB\claim{1.5}{x}"#, #"0.00\DOTSI\claim{15}{x}"#, #"9\unknown\claim{1.5}{x}"#, #"9\text{$ $}\claim{1.5}{x}"#,
        #"9\text{\rm }\claim{1.5}{x}"#, #"\overset{}{9}\claim{1.5}{x}"#, #"\underset{}{9}\claim{1.5}{x}"#,
        #"\begin{matrix}9\\[0em]\end{matrix}\claim{1.5}{x}"#, #"\begin{matrix}9\end{matrix}\claim{1.5}{x}"#,
        #"9\vec{}\claim{1.5}{x}"#, "9^{\u{200B}}\\claim{1.5}{x}", "9^\u{200D}\\claim{1.5}{x}", "9_{\u{2060}}\\claim{1.5}{x}",
        #"9\overlinesegment{\claim{1.5}{x}}"#, #"\claim{1.5}{x}\underbar{7}"#, #"\claim{1.5}{x}\utilde{7}"#,
        #"\claim{1.5}{x}\angl{7}"#, #"\claim{1.5}{x}\text{\'7}"#, #"\claim{1.5}{x}\dot{3}"#, #"\underbrace{9}\claim{1.5}{x}"#,
        #"9_{.}\claim{5}{x}"#, #"9^{.}\claim{5}{x}"#, #"\claim{1}{x}_{,}000"#, #"\claim{1}{x}\rq000"#,
        #"\claim{1}{x}^\prime000"#,
        #"\claim{1}{x}\text{\textquoteright}000"#, #"\claim{1.5}{x}\tfrac{\text1}2"#, #"\claim{1.5}{x}\tfrac{{}1}{2}"#,
        #"\claim{1.5}{x}\tfrac{\rm 1}{2}"#, #"\claim{1.5}{x}\tfrac{\,1}2"#, #"\claim{15}{x}{}^1\!/_2"#,
        #"\claim{1.5}{x}\mathrm{E}{-9}"#, #"\claim{1.5}{x}\mathrm{E}{+9}"#, #"9\enspace\!\!\!\claim{1.5}{x}"#,
        #"9\rule[0em]{0em}{0em}\claim{1.5}{x}"#, #"9\label{a}\claim{1.5}{x}"#, #"9\color{red}\DOTSB\claim{1.5}{x}"#,
        #"9{\\}\claim{1.5}{x}"#, #"{9\\\claim{1.5}{x}}"#, #"\mathrm{9\newline\claim{1.5}{x}}"#, #"\text{9\\}\claim{1.5}{x}"#,
        #"9{\operatorname*{}}\claim{1.5}{x}"#, #"9\begin{matrix*}[r]\claim{1.5}{x}\end{matrix*}"#, #"9\tag{1}\claim{1.5}{x}"#,
        #"\scriptstyle 9\begin{subarray}c\claim{1.5}{x}\end{subarray}"#, #"{\claim{1}{z},}000"#, #"\mathrm{\claim{1}{z},}000"#,
        #"\scriptstyle\claim{1}{z},000"#, #"x_{\claim{1}{z},000}"#, #"\claim{1}{z}\text,000"#, #"\claim{1}{z}\mathopen,000"#,
        #"\claim{1}{z}_\cdot5"#, #"\claim{1.5}{x}\times\quad10^9"#, #"\claim{1.5}{x}\tfrac{{}^1}{2}"#,
        #"9{\tiny\enspace}\claim{1.5}{x}"#, #"\claim{1.5}{x}\times10{\\}^9"#,
    ])
    func `a command that may show nothing parts no digits`(formula: String) {
        #expect(!Self.codes("$\(formula)$").isEmpty)
    }

    @Test(arguments: [
        #"9\kern{}\claim{1.5}{x}"#, #"\claim{1.5}{x}\kern{x0em}7"#, #"9\kern0.00000000000000000000000em\claim{1.5}{x}"#,
        #"9\tmspace+{0em}{0em}\claim{1.5}{x}"#, #"\grayA{\claim{1.5}{x}}\DOTSB\kern{{-1.95em}}9.5\quad"#,
        #"9.5\grayA{=\claim{1.5}{x}}"#, #"9\quad\kern{{-1em}}\claim{1.5}{x}"#, #"9=\mskip{ {-18mu}}\claim{1.5}{x}"#,
        #"9\quad\!\!\!\:\!\!\!\claim{1.5}{x}"#, #"9\quad\mspace{-18mu}\claim{1.5}{x}"#,
        #"\newcommand{\neq}{}9\ne\claim{1.5}{x}\neq"#,
        #"\newcommand{\hskip}{\kern.00}9\quad\claim{1.5}{x}\hskip1em"#,
        #"\quad$[1.5](claim:x) and $\kern-4.58em9"#, #"x$ [1.5](claim:x) and $\llap{9\kern4.08em}"#,
    ])
    func `lengths are read as everybody writes them, and colours hide no claim`(formula: String) {
        #expect(Self.codes("$\(formula)$").contains("redefined-number"))
    }

    @Test func `a formula that is too long to be set is too long to hold a claim`() {
        for signs in ["&", "\\frac", "#", "\\\\["] {
            #expect(Self.codes("A $\(String(repeating: signs, count: 8000))\\claim{1.5}{x}$") == ["redefined-number"])
        }
    }

    @Test(arguments: [
        #"\end{matrix}"#, "}", "]", #"_{\begin{matrix}}\end{matrix}"#, #"\sqrt["#, #"\begin{"#, #"\begin{matrix}{}^{}"#,
        #"\rule{a}"#,
        #"\hspace{"#, "&", #"{}_{}\end{aligned}"#, #"\frac{"#, #"\left"#, "^",
    ])
    func `brackets and environments that don't close end nothing but themselves`(text: String) {
        for repeated in [text, String(repeating: text, count: 3000)] {
            #expect(Set(Self.codes("$9\(repeated)9\\claim{1.5}{x}$")).isSubset(of: ["split-number", "redefined-number"]))
            #expect(!Self.codes("$\(repeated)%\\claim{1.5}{x}$").isEmpty)
        }
    }

    @Test(arguments: [
        #"$\negthickspace 9.9\negthickspace\claim{1.5}{x}$"#, #"$\def\q{-1.2em}9.9\kern\q\claim{1.5}{x}$"#,
        #"$\newcommand{\m}[1]{\kern#1}9.9\m{-1.2em}\claim{1.5}{x}$"#, #"$\claim{1.5}{x}\char"39$"#,
        #"$\newcommand{\m}[1]{#1 = #1}\m{\claim{1.5}{x}}$"#, "$9.9 %\n\\claim{1.5}{x}$",
        #"$\@firstoftwo{9.9}{\claim{1.5}{x}}$"#,
        #"$\html@mathml{9.9}{\claim{1.5}{x}}$"#, #"$\TextOrMath{\claim{1.5}{x}}{9.9}$"#, #"$9.9\message{\claim{1.5}{x}}$"#,
        #"$\href{https://a.b}{\claim{1.5}{x}}9.9$"#, #"$x\begin{matrix}9.9\\[-1.2em]\claim{1.5}{x}\end{matrix}$"#,
        #"$\newcommand{\m}[1][9]{#1}\m\claim{1.5}{x}$"#, #"$\def\m#1.{}9.9\m\claim{1.5}{x}.$"#,
        #"$9{\!}{\!}{\!}{\!}=\claim{1.5}{x}$"#, #"[1.5](claim:x)$\kern-2.4em\colorbox{#fff}{9.9}$"#,
        #"[1.5](claim:x)$\llap{\colorbox{#fff}{9.9}\kern0.6em}$"#, "[1.5](claim:x)\n\n$$\\raisebox{3em}{\\rule{9em}{1em}}$$",
        #"$\def\a{\b\b\b\b}\def\b{\c\c\c\c}\def\c{\d\d\d\d}\def\d{\e\e\e\e}\def\e{\f\f\f\f}\def\f{x}\a\claim{1.5}{x}$"#,
    ])
    func `no command leaves a claim out, shows it twice or covers it`(text: String) {
        #expect(Self.codes(text).contains("redefined-number"))
    }

    @Test(arguments: [
        #"[1.5](claim:x) and $\textcolor{red}{9}$"#, #"[1.5](claim:x) and $\smash{9}$"#,
        #"[1.5](claim:x) and $x\kern-0.1em y$"#,
        #"$\kern-1em\colorbox{#fff}{9}$"#, #"$\begin{pmatrix}\claim{2}{x} \\ -1\end{pmatrix}$"#, #"$50\,\% = \claim{0.5}{x}$"#,
    ])
    func `what covers nothing is let be`(text: String) { #expect(Self.codes(text) == []) }
}
