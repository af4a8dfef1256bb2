import Foundation
import Networks

extension Network {
    /// Writes the network to a safetensors file, from which `Network(contentsOf:)` reads it back bit for bit.
    ///
    /// The path starts at the lesson's folder. Python reads the numbers with `safetensors.numpy.load_file`. A file that can't
    /// be written, or a layer that can't be stored, ends the lesson at this call.
    ///
    /// - SeeAlso: Keras `save`, `save_weights`, PyTorch `torch.save`, `state_dict`
    public func write(
        to path: String, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) {
        let data: Data
        do {
            data = try encoded()
        } catch {
            stop("\(path): \(error)", file: file, line: line, column: column)
        }
        do {
            try data.write(to: URL(filePath: path), options: .atomic)
        } catch {
            stop(
                "'\(path)' can't be written; \(MissingFile.advice), the folder must exist, and the front matter names it: "
                    + "`writes: data`", file: file, line: line, column: column)
        }
    }

    /// The network in a file that `write(to:)` made.
    ///
    /// A file that can't be read, or holds no network, ends the lesson at this call.
    /// - Parameter types: Layers of the lesson's own that the file may hold.
    public init(
        contentsOf path: String, knowing types: [any StorableLayer.Type] = [], file: StaticString = #filePath,
        line: UInt = #line, column: UInt = #column
    ) {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else {
            stop(
                "there is no file '\(path)' that can be read; \(MissingFile.advice)", file: file, line: line, column: column)
        }
        do {
            self = try Network(decoding: data, knowing: types)
        } catch {
            stop("\(path): \(error)", file: file, line: line, column: column)
        }
    }
}
