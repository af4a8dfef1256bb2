/// What one wants to do: the words of the help that aren't names. Each is told with its shortest example, which is a lesson that
/// builds.
public enum HelpTask: String, CaseIterable, Sendable {
    case describe
    case train
    case derive
    case draw
    case claims
    case publish

    /// What the task is.
    public var title: String {
        switch self {
        case .describe: "Describe a network"
        case .train: "Train it"
        case .derive: "Derive a gradient"
        case .draw: "Draw and tabulate"
        case .claims: "Claim a number"
        case .publish: "Publish a course"
        }
    }

    /// In a few sentences, how.
    public var text: String {
        switch self {
        case .describe:
            "`Network(inputs:)` with layers in braces, the first next to the input. Sizes follow from what comes before; weights "
                + "are drawn from the network's seed unless they are given, one row for each unit. "
                + "`lectern help layer` and `lectern help activation` list what can stand there."
        case .train:
            "`trained(on:minimizing:by:epochs:)` gives a run: the network after training, its losses, tables and figures. "
                + "`lectern help loss`, `lectern help optimizer` and `lectern help data` list what it can be given."
        case .derive:
            "`backpropagate` makes one pass over one sample. Any number of it has a name, `w5`, `net_h1`, `out_o1`; "
                + "`derivation(of:)` writes the chain rule of its gradient out, with the numbers of this network."
        case .draw:
            "`show(…)` shows what a table, a derivation or a network is; `plot(…)` draws losses, data, borders and functions."
        case .claims:
            "A number that you write is a claim if it links to an expression: the build fails at its line if a digit is wrong. "
                + "Read are 0.5, -0.25, 3.5e-5, 3.5 × 10⁻⁵, 98.4 %, 1,024, 2/3, lists `[1, 2]`, matrices `[1 2; 3 4]`, tolerances "
                + "`0.51 ± 0.01` and whole sentences; `f32` behind a number says that it was computed in single precision."
        case .publish:
            "`lectern build lessons --output site` writes pages that need no server and no script; `lectern verify lessons` "
                + "checks every claim and writes nothing; `lectern preview lessons` shows pages while you write."
        }
    }

    /// The shortest example, as a lesson has it.
    public var example: String {
        switch self {
        case .describe:
            """
            ```{swift}
            let net = Network(inputs: 2) {
                Dense(2, weights: [[0.15, 0.2], [0.25, 0.3]], bias: 0.35)
                Sigmoid()
                Dense(1)
                Sigmoid()
            }
            show(net.summary)
            ```
            """
        case .train:
            """
            ```{swift}
            let start = Network(inputs: 2, seed: 1) { Dense(3); Tanh(); Dense(1); Sigmoid() }
            let run = start.trained(
                on: .xor, minimizing: .binaryCrossEntropy, by: .adam(rate: 0.1), epochs: 200)
            show(run.table(every: 50))
            ```
            """
        case .derive:
            """
            ```{swift}
            let neuron = Network(inputs: 2) { Dense(1, weights: [[0.5, -0.3]], bias: 0.2); Sigmoid() }
            let pass = neuron.backpropagate([1, 2], toward: [1], minimizing: .halfSquaredError)
            show(pass.derivation(of: "w1", updatedBy: .gradientDescent(rate: 0.5)))
            ```
            """
        case .draw:
            """
            ```{swift}
            plot(Sigmoid(), from: -6, through: 6)
            show(Table(["z", "σ(z)"], rows: [[-1, Sigmoid().value(at: -1)], [1, Sigmoid().value(at: 1)]]))
            ```
            """
        case .claims:
            """
            ```{swift}
            let answer = Network(inputs: 2) { Dense(1, weights: [[0.5, -0.3]], bias: 0.2); Sigmoid() }([1, 2])[0]
            ```

            The network answers [0.525](claim:answer), more exactly `{swift} answer`, and
            [is nearer to 1 than to 0](<claim: answer \\> 0.5>).
            """
        case .publish:
            """
            ```yaml
            # course.yml, beside the lessons
            title: Neural networks by hand
            order: [one-neuron, backpropagation]
            site-url: https://example.org/course
            ```
            """
        }
    }

    /// The task that a word of the help means: its name, or what else people say for it.
    public static func named(_ word: String) -> HelpTask? {
        let word = word.lowercased()
        return HelpTask(rawValue: word) ?? synonyms[word]
    }

    private static let synonyms: [String: HelpTask] = [
        "claiming": .claims, "numbers": .claims, "show": .draw, "learn": .train, "fit": .train, "differentiate": .derive,
        "publishing": .publish, "site": .publish,
    ]
}
