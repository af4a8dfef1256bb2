extension Unrolling {
    /// Several numbers in a subscript: `11` while each has one digit, `1,12` otherwise.
    static func indices(_ numbers: [Int]) -> String {
        numbers.map(String.init).joined(separator: numbers.allSatisfy { $0 < 10 } ? "" : ",")
    }

    /// i_1 or x_1.
    static func input(_ number: Int) -> Symbol {
        Symbol("i\(number)", "i_{\(number)}", indexed: "x_\(number)", "x_{\(number)}")
    }

    /// target_{o1} or y_1.
    static func target(_ number: Int) -> Symbol {
        Symbol("target_o\(number)", "target_{o\(number)}", indexed: "y_\(number)", "y_{\(number)}")
    }

    /// soft_{o1} or ỹ_1: a target whose label was smoothed.
    static func softenedTarget(_ number: Int) -> Symbol {
        Symbol(
            "soft_o\(number)", "\\mathit{soft}_{o\(number)}", indexed: "ytilde_\(number)", "\\tilde{y}_{\(number)}")
    }

    /// w_5 or w_{11}^{(2)}: from unit `from` of the layer before to unit `to`.
    static func weight(_ number: Int, from: Int, to: Int, level: Int) -> Symbol {
        let pair = indices([from, to])
        return Symbol(
            "w\(number)", "w_{\(number)}", indexed: "w_\(pair)^(\(level))", TeXName("w_{\(pair)}", raised: "(\(level))"))
    }

    /// b_1 or b_j^{(l)}; a bias shared by all units has no j.
    static func bias(_ number: Int, unit: Int?, level: Int) -> Symbol {
        let index = unit.map { "_\($0)" } ?? ""
        let indexTeX = unit.map { "_{\($0)}" } ?? ""
        return Symbol(
            "b\(number)", "b_{\(number)}", indexed: "b\(index)^(\(level))", TeXName("b\(indexTeX)", raised: "(\(level))"))
    }

    /// net_{h1} or z_1^{(1)}.
    static func net(_ neuron: String, _ unit: Int, level: Int) -> Symbol {
        Symbol(
            "net_\(neuron)", "net_{\(neuron)}", indexed: "z_\(unit)^(\(level))", TeXName("z_{\(unit)}", raised: "(\(level))"))
    }

    /// out_{h1} or a_1^{(1)}.
    static func out(_ neuron: String, _ unit: Int, level: Int) -> Symbol {
        Symbol(
            "out_\(neuron)", "out_{\(neuron)}", indexed: "a_\(unit)^(\(level))", TeXName("a_{\(unit)}", raised: "(\(level))"))
    }

    /// E_{o1} or L_1.
    static func part(_ number: Int) -> Symbol {
        Symbol("E_o\(number)", "E_{o\(number)}", indexed: "L_\(number)", "L_{\(number)}").ofLoss
    }

    /// E^{[2]} or L^{[2]}: the error of one sample of several.
    static func error(inSample sample: Int) -> Symbol {
        Symbol(
            "E[\(sample)]", TeXName("E", raised: "[\(sample)]"), indexed: "L[\(sample)]", TeXName("L", raised: "[\(sample)]")
        ).ofLoss
    }

    /// E_{total} or L.
    static let total = Symbol("E_total", "E_{total}", indexed: "L", "L").ofLoss
}
