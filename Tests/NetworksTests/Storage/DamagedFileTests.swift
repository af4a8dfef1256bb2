import Foundation
import Testing

@testable import Networks

/// What is said about files that aren't what they should be. None of them may crash.
struct DamagedFileTests {
    static func file(_ header: String, _ numbers: [UInt8] = []) -> Data {
        var data = Data()
        withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { data.append(contentsOf: $0) }
        return data + Data(header.utf8) + Data(numbers)
    }

    static func described(_ network: String, _ tensors: String = "") -> Data {
        let text = network.replacing("\"", with: "\\\"")
        return file("{\"__metadata__\":{\"lectern\":\"\(text)\"}\(tensors)}", Array(repeating: 0, count: 16))
    }

    static func dense(_ options: String, type: String = "Dense") -> String {
        #"{"version":1,"inputs":[2],"seed":"1","layers":[{"type":"\#(type)","options":{\#(options)},"layers":[]}]}"#
    }

    static let rows: [(data: Data, message: String)] = [
        (Data([1, 2, 3]), "a safetensors file has at least 8 bytes, but this one has 3"),
        (
            Data([255, 255, 255, 255, 255, 255, 255, 255, 0]),
            "the file is cut off or isn't a safetensors file: its header should have 18446744073709551615 bytes, but only 1 follow"
        ),
        (file("[1, 2]"), "the header of the file isn't that of a safetensors file"),
        (file("{"), "the header of the file isn't that of a safetensors file"),
        (file("{}"), "the file holds numbers but describes no network; Lectern reads what it has written itself"),
        (
            file(#"{"a":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}"#, Array(repeating: 0, count: 8)),
            "tensor 'a' holds numbers of type I64; only F64 and F32 can be read"
        ),
        (
            file(#"{"a":{"dtype":"F64","shape":[2],"data_offsets":[0,16]}}"#, Array(repeating: 0, count: 8)),
            "tensor 'a' should lie at bytes [0, 16] after the header, where 8 follow; the file is cut off or damaged"
        ),
        (
            file(#"{"a":{"dtype":"F64","shape":[4611686018427387904,4],"data_offsets":[0,8]}}"#, Array(repeating: 0, count: 8)),
            "tensor 'a' has the impossible shape [4611686018427387904, 4]"
        ),
        (
            file(#"{"a":{"dtype":"F64","shape":[-1],"data_offsets":[0,8]}}"#, Array(repeating: 0, count: 8)),
            "tensor 'a' has the impossible shape [-1]"
        ),
        (described("{}"), "the description of the network in the file can't be read; it is damaged"),
        (
            described(#"{"version":2,"inputs":[2],"seed":"1","layers":[]}"#),
            "the file was written by a newer Lectern (format 2); this one reads 1"
        ),
        (
            described(dense("", type: "Wavelet")),
            "the file has a layer of type 'Wavelet', which Lectern doesn't know; if it is your own, name it: knowing: [Wavelet.self]"
        ),
        (
            described(dense(#""units":"many","bias":"none""#)),
            "the file describes a layer 'Dense' without a usable 'units'; it is damaged or from another program"
        ),
        (
            described(dense(#""units":0,"bias":"none""#)),
            "the layers in the file don't fit together: layer 1: Dense(0) has no units; give it at least 1"
        ),
        (
            described(
                dense(
                    #""units":-3,"returnsSequences":true,"truncation":0,"usesBias":true,"resetsAfter":true,"trainsFirstStates":false"#,
                    type: "GRU")),
            "the file describes a recurrent layer with -3 units; it is damaged"
        ),
        (
            described(
                dense(
                    #""units":9000000000000000000,"returnsSequences":true,"truncation":0,"usesBias":true,"trainsFirstStates":true"#,
                    type: "LSTM")),
            "the file describes a recurrent layer with 9000000000000000000 units; it is damaged"
        ),
        (
            described(#"{"version":1,"inputs":[-5,3],"seed":"1","layers":[]}"#),
            "the file describes a network with inputs of the impossible shape [-5, 3]; it is damaged"
        ),
        (
            described(dense(#""units":1,"bias":"none""#)),
            "the file lacks the tensor '1.Dense.weight' of shape [1, 2]; it is damaged"
        ),
        (
            described(
                dense(#""units":2,"bias":"none""#), #","1.Dense.weight":{"dtype":"F64","shape":[2],"data_offsets":[0,16]}"#),
            "tensor '1.Dense.weight' has the shape [2], but the layer takes [2, 2]"
        ),
        (
            described(
                dense(#""units":1,"bias":"none""#), #","1.Dense.weight":{"dtype":"F64","shape":[2,1],"data_offsets":[0,16]}"#),
            "tensor '1.Dense.weight' has the shape [2, 1], but the layer takes [1, 2]"
        ),
        (
            described(
                dense(#""momentum":0.9,"epsilon":0.001"#, type: "BatchNorm"),
                #","1.BatchNorm.weight":{"dtype":"F64","shape":[2,1],"data_offsets":[0,16]},"1.BatchNorm.bias":{"dtype":"F64","shape":[2],"data_offsets":[0,16]}"#
            ),
            "the file lacks the tensor '1.BatchNorm.state' of shape [2]; it is damaged"
        ),
    ]

    /// Layers no memory could hold; each is refused before anything is drawn.
    static let absurd: [String] = [
        dense(#""units":1000000000000,"bias":"none""#), dense(#""units":4611686018427387904,"bias":"perUnit""#),
        dense(#""vocabulary":4611686018427387904,"dimensions":4611686018427387904"#, type: "Embedding"),
        dense(#""units":9223372036854775807,"returnsSequences":true,"truncation":0,"usesBias":true"#, type: "LSTM"),
        dense(
            #""units":3000000000,"returnsSequences":true,"truncation":0,"usesBias":true,"resetsAfter":true"#, type: "GRU"),
        described(
            layer: "Conv2D", inputs: "[4,4,1]",
            #""filters":1,"kernel":[9223372036854775807,2],"stride":[1],"dilation":[1],"padding":"same","usesBias":true"#),
        described(
            layer: "Conv1D", inputs: "[4,1]",
            #""filters":1,"kernel":2,"stride":1,"dilation":9223372036854775807,"padding":9223372036854775807,"usesBias":true"#),
        described(layer: "MaxPool1D", inputs: "[4,1]", #""size":2,"stride":1,"padding":4611686018427387904"#),
        described(
            layer: "SelfAttention", inputs: "[4,1]",
            #""heads":4611686018427387904,"keySize":4611686018427387904,"valueSize":3,"outputs":1,"isCausal":true,"isScaled":true,"projectsOutput":true"#
        ),
        described(layer: "Reshape", inputs: "[4]", #""shape":[4611686018427387904,4]"#),
        described(layer: "LayerNorm", inputs: "[4611686018427387904,4611686018427387904]", #""epsilon":0.1"#),
        described(layer: "PositionalEncoding", inputs: "[1000000000,4]", #""base":10"#),
    ]

    static func described(layer: String, inputs: String, _ options: String) -> String {
        #"{"version":1,"inputs":\#(inputs),"seed":"1","layers":[{"type":"\#(layer)","options":{\#(options)},"layers":[]}]}"#
    }

    @Test(arguments: absurd.indices)
    func `a file of absurd sizes is refused before memory is asked for`(row: Int) {
        #expect(throws: StorageError.self) { try Network(decoding: Self.described(Self.absurd[row])) }
    }

    @Test func `sizes whose product is absurd are named with what the file holds`() {
        let error = #expect(throws: StorageError.self) { try Network(decoding: Self.described(Self.absurd[0])) }
        #expect(
            error?.description
                == "the file describes layers with 2000000000000 parameters, but holds 0 numbers; it is damaged")
    }

    @Test func `a tensor that no layer takes is named`() throws {
        let network = try Network(inputs: 1, layers: [Dense(1, weights: [[2]], bias: .none)])
        var file = try SafeTensors(decoding: network.encoded())
        file.tensors.append(.init(name: "1.Dense.bias", shape: [1], values: [3]))
        let error = #expect(throws: StorageError.self) { try Network(decoding: try file.encoded()) }
        #expect(
            error?.description
                == "the file has tensor '1.Dense.bias', which none of its layers takes; it is damaged or from another program")
    }

    @Test(arguments: rows.indices)
    func `a file that is no network is refused with what was found`(row: Int) {
        let error = #expect(throws: StorageError.self) { try Network(decoding: Self.rows[row].data) }
        #expect(error?.description == Self.rows[row].message)
    }

    @Test func `a good file cut anywhere is refused, and one with any changed byte never crashes`() throws {
        let data = try Network(inputs: 2, layers: [Dense(1), Sigmoid()]).encoded()
        for length in 0..<data.count {
            #expect(throws: StorageError.self) { try Network(decoding: data.prefix(length)) }
        }
        var random = SplitMix64(seed: 3)
        for place in data.indices {
            var changed = data
            changed[place] = UInt8(truncatingIfNeeded: random.next())
            _ = try? Network(decoding: changed)
        }
    }
}
