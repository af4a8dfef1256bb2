import Foundation
import Testing

@testable import Reference

/// The reference as a course: whatever one chooses by name has a small instance.
struct ReferenceCourseTests {
    /// What describes other things instead of being one to choose.
    static let abstract: Set<String> = [
        "Layer", "Activation", "BatchLayer", "CompositeLayer", "FullyConnected", "Unrollable", "UnrollableActivation",
        "StorableLayer", "LayerDescription", "LayerPass", "Padding", "WindowAxis", "Gate", "AttentionBiases",
    ]

    @Test func `every layer and activation has an example`() async throws {
        let types = try await TheReference.get().entries.filter {
            [.layer, .activation].contains($0.topic) && $0.kind == .type
        }
        let bare = types.filter { $0.path.count == 1 && $0.comment.example.isEmpty && !Self.abstract.contains($0.title) }
        #expect(bare.map(\.title) == [])
    }

    @Test(arguments: ["Loss", "Optimizer", "Schedule", "Initializer", "Metric"])
    func `whatever is written after a point has an example`(owner: String) async throws {
        let entries = try await TheReference.get().entries.filter { entry in
            entry.path.count == 2 && entry.path[0] == owner
                && (entry.kind == .enumCase || entry.declaration.hasPrefix("static "))
        }
        #expect(!entries.isEmpty)
        #expect(entries.filter { $0.comment.example.isEmpty }.map { "\($0.title): \($0.declaration)" } == [])
    }

    @Test func `sizes that are asked for stand in the instance, and only those it uses`() async throws {
        let reference = try await TheReference.get()
        let course = ReferenceCourse(reference, sizes: Sizes(inputs: 5, units: 4, steps: 3))
        let dense = try #require(reference.found("Dense", in: .layer).first.flatMap(course.instance))
        #expect(dense.contains("let inputs = 5\nlet units = 4\n"))
        #expect(!dense.contains("let steps"))
        let lstm = try #require(reference.found("LSTM", in: .layer).first.flatMap(course.instance))
        #expect(lstm.contains("let steps = 3\n"))
    }

    @Test func `every declaration that says what it is stands in the course`() async throws {
        let reference = try await TheReference.get()
        let pages = ReferenceCourse(reference).files.map(\.text).joined()
        let missing = reference.entries.filter {
            !$0.comment.isEmpty && !pages.contains($0.call) && !pages.contains($0.declaration)
        }
        #expect(missing.map { "\($0.title): \($0.declaration)" } == [])
    }

    @Test func `every name of another library stands on the page of names, with what it is here`() async throws {
        let reference = try await TheReference.get()
        let page = try #require(ReferenceCourse(reference).files.first { $0.name == "elsewhere.md" }?.text)
        let lines = page.split(separator: "\n")
        for library in ["Keras", "PyTorch", "scikit-learn"] {
            for entry in reference.entries {
                for name in entry.comment.elsewhere where name.library == library {
                    #expect(
                        lines.contains { $0.hasPrefix("| `\(name.name)` | ") && $0.contains("`\(entry.title)`") },
                        "\(name.name)")
                }
            }
        }
        for way in OtherWay.all + OtherWay.labels { #expect(page.contains(" | \(way.text) | "), "\(way.text)") }
    }

    @Test func `a chapter with many worked instances has several pages that say where they begin and end`() async throws {
        let files = ReferenceCourse(try await TheReference.get()).files
        let layers = files.filter { $0.name.hasPrefix("layer") && !$0.name.hasPrefix("layerd") }
        #expect(layers.count > 1)
        #expect(Set(files.map(\.name)).count == files.count)
        for page in layers {
            let headings = page.text.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { $0.dropFirst(3) }
            let title = try #require(page.text.split(separator: "\n").first { $0.hasPrefix("title:") })
            #expect(title == "title: \"Layers, from \(headings[0]) to \(headings[headings.count - 1])\"")
            #expect(page.text.components(separatedBy: "show(network.summary)").count - 1 <= 16)
        }
    }
}
