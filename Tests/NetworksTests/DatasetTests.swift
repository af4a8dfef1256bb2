import Networks
import Testing

/// Data made, prepared and read.
struct DatasetTests {
    @Test func `moons without noise lie on their half circles`() {
        let moons = Dataset.moons(200, noise: 0)
        for sample in moons.samples {
            let (x, y) =
                sample.target == [0] ? (sample.input[0], sample.input[1]) : (1 - sample.input[0], 0.5 - sample.input[1])
            #expect(abs(x * x + y * y - 1) < 1e-12)
            #expect(y > -1e-12)
        }
        #expect(moons.samples.count { $0.target == [1] } == 100)
    }

    @Test func `circles lie on two radii, and a seed decides the noise`() {
        let radii = Set(
            Dataset.circles(50, noise: 0).samples.map {
                (($0.input[0] * $0.input[0] + $0.input[1] * $0.input[1]) * 1e6).rounded()
            })
        #expect(radii == [1e6, 0.25e6])
        #expect(Dataset.circles(50, seed: 3) == Dataset.circles(50, seed: 3))
        #expect(Dataset.circles(50, seed: 3) != Dataset.circles(50, seed: 4))
    }

    @Test func `normal numbers have mean 0 and variance 1`() {
        var generator = SplitMix64(seed: 9)
        let values = (0..<20_000).map { _ in generator.normal() }
        let mean = values.reduce(0, +) / 20_000
        #expect(abs(mean) < 0.02)
        #expect(abs(values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000 - 1) < 0.03)
    }

    @Test func `standardised inputs have mean 0 and deviation 1, and a constant becomes 0`() {
        let data = Dataset([
            .init(input: [1, 5], target: [0]), .init(input: [2, 5], target: [0]), .init(input: [6, 5], target: [1]),
        ])
        let (means, deviations) = data.standardized().moments
        #expect(abs(means[0]) < 1e-15 && abs(deviations[0] - 1) < 1e-15)
        #expect(means[1] == 0 && deviations[1] == 0)
        #expect(data.minMaxScaled().samples.map { $0.input[0] } == [0, 0.2, 1])
    }

    @Test func `a split keeps all samples, a shuffle loses none`() {
        let data = Dataset.linear(10, slope: 1, intercept: 0)
        let (training, validation) = data.split(0.7)
        #expect(training.count == 7 && validation.count == 3)
        #expect(Set(data.shuffled(seed: 2).samples) == Set(data.samples))
        #expect(data.shuffled(seed: 2) != data)
    }

    @Test func `class names become one-hot targets in alphabetical order`() throws {
        let data = try Dataset(csv: "a,kind\n1.5,dog\n2,cat\n", inputs: ["a"], target: "kind")
        #expect(data.samples == [.init(input: [1.5], target: [0, 1]), .init(input: [2], target: [1, 0])])
    }

    @Test func `all columns but the target are inputs when none are named`() throws {
        let data = try Dataset(csv: "a,y,b\n1,0,2\n3,1,4\n", target: "y")
        #expect(data.samples == [.init(input: [1, 2], target: [0]), .init(input: [3, 4], target: [1])])
        #expect(try Dataset.column("b", csv: "a,y,b\n1,0,2\n3,1,4\n") == [2, 4])
    }

    @Test func `windows overlap and each aims at the value after it`() {
        let data = Dataset.windows(of: [1, 2, 3, 4], length: 2)
        #expect(data.samples == [.init(input: [1, 2], target: [3]), .init(input: [2, 3], target: [4])])
        #expect(Dataset.windows(of: [1, 2], length: 2).count == 0)
    }

    static let broken: [(text: String, message: String)] = [
        ("a,y\n1,2\n,3\n", "line 3: the value of 'a' is missing"),
        ("a,y\n1,2\nx1,3\n", "line 3: 'x1' in 'a' is not a number"),
        ("b,y\n1,2\n", "line 1: there is no column 'a'; the columns are b, y"),
        // An empty target is no class of its own.
        ("a,y\n1,dog\n2,\n", "line 3: the value of 'y' is missing"),
        ("a,y\n1,\n2,3\n", "line 2: the value of 'y' is missing"),
        ("a,y\n1\n", "line 2: the value of 'y' is missing"),
        ("a,y\n1,2\n\n3,4\n", "line 3: the value of 'y' is missing"),
        // One slip doesn't make a column of numbers one of names.
        (
            "a,y\n1,2\n2,\"2, 1\"\n",
            "line 3: '2, 1' in 'y' is not a number, but others in the column are; if they name classes, name them all: classes: […]"
        ),
        (
            "a,y\n1,x\n2,3\n",
            "line 2: 'x' in 'y' is not a number, but others in the column are; if they name classes, name them all: classes: […]"
        ),
        (
            "a,y\n1,nan\n2,3\n",
            "line 2: 'nan' in 'y' is not a number, but others in the column are; if they name classes, name them all: classes: […]"
        ),
        ("a,y\n1 2,3\n", "line 2: '1 2' in 'a' is not a number"),
        // Line breaks within quotation marks count.
        ("a,y,note\n1,2,\"x\ny\"\nq,3,z\n", "line 4: 'q' in 'a' is not a number"),
        ("a,y,\"no\nte\"\r\n1,2,\"x\r\ny\"\r\n,3,z\r\n", "line 5: the value of 'a' is missing"),
        ("a,y\n1,2\n3,\"4\n5,6\n", "line 3: a quotation mark is opened here and never closed"),
        ("a,y\n1,2\n3,\"4\"5\n", "line 3: this is not comma-separated text: Can't have non-quote here: 5"),
        (
            "a,y\n1,2,3\n",
            "line 2: there are 3 values, but the first line names 2 columns; a value that holds a separator stands in quotation marks"
        ),
        ("a,y,a\n1,2,3\n", "line 1: there are 2 columns 'a'; give them different names"),
        ("", "line 1: there is no column 'y'; the columns are "),
    ]

    @Test func `spaces around values, quoted values, other separators and empty last lines change nothing`() throws {
        let expected: [Dataset.Sample] = [.init(input: [1], target: [2]), .init(input: [-3], target: [4])]
        for text in [
            "a,y\n1,2\n-3,4", " a , y \n 1 , 2 \n -3 , 4 \n\n", "a;y\n1;2\n-3;4\n", "a\ty\r\n1\t2\r\n-3\t4\r\n",
            "\u{FEFF}\"a\",\"y\"\n\"1\",\"2\"\n\"-3\",\"4\"\n",
        ] { #expect(try Dataset(csv: text, inputs: ["a"], target: "y").samples == expected) }
    }

    @Test func `numbers that name classes are classes when they are named`() throws {
        let data = try Dataset(csv: "a,y\n1,7\n2,3\n", target: "y", classes: ["3", "7"])
        #expect(data.samples.map(\.target) == [[0, 1], [1, 0]])
        let unknown = #expect(throws: DataError.self) { try Dataset(csv: "a,y\n1,8\n", target: "y", classes: ["3", "7"]) }
        #expect(unknown?.description == "line 2: '8' is none of the classes 3, 7")
        let missing = #expect(throws: DataError.self) { try Dataset(csv: "a,y\n1,\n", target: "y", classes: ["3", "7"]) }
        #expect(missing?.description == "line 2: the value of 'y' is missing")
        let twice = #expect(throws: DataError.self) { try Dataset(csv: "a,y\n1,3\n", target: "y", classes: ["3", "3"]) }
        #expect(twice?.description == "the class '3' is named more than once")
    }

    @Test(arguments: broken.indices)
    func `a table that can't be read says where`(row: Int) {
        let error = #expect(throws: DataError.self) {
            try Dataset(csv: Self.broken[row].text, inputs: ["a"], target: "y")
        }
        #expect(error?.description == Self.broken[row].message)
    }
}
