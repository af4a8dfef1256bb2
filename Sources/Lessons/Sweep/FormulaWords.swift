/// What the commands of TeX that may stand between two digits do to what is seen.
///
/// Only those that are known to leave something there part the digits: of any other it is taken that it shows nothing but what is
/// in its braces.
enum FormulaWords {
    /// Words among signs, in which blanks are seen.
    static let texts: Set<String> = [
        "\\text", "\\textrm", "\\textbf", "\\textit", "\\textsf", "\\texttt", "\\textnormal", "\\textup", "\\textmd", "\\emph",
        "\\mbox", "\\hbox",
    ]

    /// Those that are a sign between digits.
    static let signs: [String: String] = [
        "\\cdot": "⋅", "\\cdotp": "⋅", "\\times": "×", "\\ast": "∗", "\\bullet": "•", "\\ldotp": ".", "\\%": "%",
        "\\lbrace": "{", "\\rbrace": "}", "\\{": "{", "\\}": "}", "\\_": "_", "\\#": "#", "\\&": "&", "\\$": "$",
        "\\|": "‖", "\\prime": "′", "\\rq": "’", "\\lq": "‘", "\\textquoteright": "’", "\\textquoteleft": "‘",
        "\\slash": "/",
    ]

    /// Those that enlarge the bracket behind them, or set none where a dot is.
    static let brackets: Set<String> = ["\\left", "\\right", "\\middle"]

    /// Letters, relations, arrows, operations, functions and what is built of signs: all that always shows something between two
    /// digits that is none.
    static let parting = Set(
        """
        alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi
        omega varepsilon vartheta varkappa varpi varrho varsigma varphi digamma Gamma Delta Theta Lambda Xi Pi Sigma Upsilon
        Phi Psi Omega ell hbar imath jmath partial nabla infty forall exists nexists emptyset varnothing Re Im wp aleph top
        bot dagger ddagger R N Z Q C Reals natnums degree square blacksquare triangle diamond checkmark approx approxeq equiv
        sim simeq cong propto le leq ge geq leqslant geqslant ll gg ne neq lt gt prec succ preceq succeq in notin ni subset
        subseteq supset supseteq mid nmid parallel perp vdash models asymp doteq coloneqq coloneq Coloneqq vcentcolon colon
        triangleq to gets rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow longrightarrow longleftarrow
        Longrightarrow Longleftarrow longleftrightarrow Longleftrightarrow mapsto longmapsto implies impliedby iff uparrow
        downarrow Uparrow Downarrow updownarrow hookrightarrow hookleftarrow rightharpoonup rightleftharpoons nearrow searrow
        swarrow nwarrow leadsto pm mp div circ odot otimes oplus ominus oslash star wedge vee land lor neg lnot setminus cup
        cap sqcup sqcap uplus amalg bmod mod sum prod coprod int iint iiint oint bigcup bigcap bigoplus bigotimes bigodot
        bigvee bigwedge log ln lg exp max min sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth arg argmax
        argmin det dim lim limsup liminf sup inf Pr deg gcd hom ker ldots cdots dots dotsb dotsc dotsi dotsm dotso vdots ddots
        langle rangle lfloor rfloor lceil rceil lbrack rbrack lgroup rgroup vert Vert lvert rvert lVert rVert backslash sqrt
        binom dbinom tbinom bra ket braket Bra Ket Braket set Set pmod pod xrightarrow xleftarrow xleftrightarrow xRightarrow
        xLeftarrow xLeftrightarrow xmapsto xlongequal gtrsim lesssim gtrapprox lessapprox leqq geqq triangleright triangleleft
        therefore because dashrightarrow rightsquigarrow twoheadrightarrow circledast smallsetminus nRightarrow nrightarrow
        bowtie succsim precsim upharpoonright smile frown doteqdot eqqcolon boxplus boxtimes boxdot ltimes rtimes lessgtr
        gtrless curvearrowright circlearrowleft surd S bigstar lozenge
        """.split(whereSeparator: \.isWhitespace).map { "\\" + $0 })

    /// Room that parts two digits, where nothing takes it back.
    static let spaces: Set<String> = ["\\quad", "\\qquad", "\\enspace"]

    /// Sizes in which that room is too small.
    static let small: Set<String> = ["\\tiny", "\\sixptsize", "\\scriptsize", "\\scriptstyle", "\\scriptscriptstyle"]

    /// What KaTeX's own commands are made of: who defines one of these anew changes others.
    static let foundations = Set(
        """
        neq ldots cdots hskip mskip kern mkern hspace rule mathrel mathop mathbin mathord mathinner mathpunct mathopen mathclose not
        Longrightarrow Longleftarrow Longleftrightarrow longrightarrow longleftarrow text textrm mathchoice vcenter operatorname
        relax nobreak mathrm rlap llap clap mathllap mathrlap mathclap dotso dotsc dotsb dotsi dotsm newline cr tmspace raisebox sqrt
        overset underset star vert Vert lvert rvert lVert rVert mod pod lbrack rbrack quad qquad enspace thinspace
        , : ; ! > \\ /
        """.split(whereSeparator: \.isWhitespace).map { "\\" + $0 })

    static let fractions: Set<String> = ["\\frac", "\\dfrac", "\\tfrac", "\\cfrac"]

    /// Ends of rows.
    static let rows: Set<String> = ["\\\\", "\\cr", "\\newline"]

    /// How many arguments a command has whose content stands apart from what is beside it; of any other it stands in the row.
    static let arguments: [String: Int] = [
        "\\binom": 2, "\\dbinom": 2, "\\tbinom": 2, "\\sqrt": 1, "\\bra": 1, "\\ket": 1, "\\braket": 1, "\\Bra": 1, "\\Ket": 1,
        "\\Braket": 1, "\\set": 1, "\\Set": 1, "\\pmod": 1, "\\pod": 1, "\\xrightarrow": 1, "\\xleftarrow": 1,
        "\\xleftrightarrow": 1, "\\xRightarrow": 1, "\\xLeftarrow": 1, "\\xLeftrightarrow": 1, "\\xmapsto": 1,
        "\\xlongequal": 1,
    ]

    /// How many arguments of a command are no text and aren't shown.
    static let described: [String: Int] = [
        "\\rule": 2, "\\color": 1, "\\textcolor": 1, "\\colorbox": 1, "\\fcolorbox": 2, "\\raisebox": 1, "\\label": 1,
        "\\ref": 1, "\\eqref": 1, "\\tag": 1,
    ]

    /// Those that may have an argument in brackets first.
    static let optional: Set<String> = [
        "\\sqrt", "\\xrightarrow", "\\xleftarrow", "\\xleftrightarrow", "\\xRightarrow", "\\xLeftarrow",
        "\\xLeftrightarrow", "\\xmapsto", "\\xlongequal",
    ]

    static let lengths: Set<String> = ["\\kern", "\\mkern", "\\hskip", "\\mskip", "\\hspace", "\\mspace"]

    // MARK: Environments

    /// Those whose columns are set against each other: only behind every second one is room, or behind none.
    static let aligned: Set<String> = ["aligned", "align", "align*", "split", "alignedat", "alignat", "alignat*", "gathered"]
    static let alignedAt: Set<String> = ["alignedat", "alignat", "alignat*"]

    /// Those behind whose name the form of their columns stands.
    static let formed: Set<String> = ["array", "darray", "subarray", "alignedat", "alignat", "alignat*"]

    /// Those with a bracket of their own before them, and behind them.
    static let opened = matrices.union(["cases", "dcases"])
    static let closed = matrices.union(["rcases", "drcases"])
    private static let matrices = Set(["p", "b", "B", "v", "V"].flatMap { [$0 + "matrix", $0 + "matrix*"] })
}
