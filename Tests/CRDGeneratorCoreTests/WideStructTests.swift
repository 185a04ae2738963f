import Foundation
import Testing

/// Structs with so many attributes that their initialiser is divided for the compiler.
struct WideStructTests {
    private func swift(attributes count: Int) throws -> String {
        let properties = (1...count).map { "a\($0): {type: string}" }.joined(separator: ", ")
        let spec = "{spec: {type: object, properties: {\(properties)}}}"
        return try GeneratedVersion(properties: spec).swift
    }

    @Test(arguments: [(50, 0), (51, 2), (60, 2), (61, 3)])
    func `the initialiser of a wide struct has blocks of twenty assignments`(
        attributes: Int,
        divisions: Int
    ) throws {
        let swift = try swift(attributes: attributes)
        #expect(swift.components(separatedBy: "    if false {}\n").count - 1 == divisions)
        #expect(swift.contains("// The empty statements begin new blocks") == (divisions > 0))
    }

    @Test func `a division is between two assignments`() throws {
        let lines = try swift(attributes: 51).split(separator: "\n").map { $0.drop { $0 == " " } }
        let division = try #require(lines.firstIndex(of: "if false {}"))
        #expect(lines[division - 1].hasPrefix("self.a"))
        #expect(lines[division + 1].hasPrefix("self.a"))
    }
}
