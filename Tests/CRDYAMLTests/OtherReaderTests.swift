import CRDYAML
import Foundation
import TestSupport
import Testing

/// Readers of other make, run by Python where it has them.
enum OtherReader {
    /// YAML 1.1.
    case pyYAML
    /// YAML 1.1, through libyaml.
    case pyYAMLOverLibYAML
    /// YAML 1.2.
    case ruamel

    var isInstalled: Bool { (try? run("", readsFile: "/dev/null")) != nil }

    /// What the reader makes of `text`.
    func read(_ text: String) throws -> Data {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("\(UUID().uuidString).yaml")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try run(
            "json.dump(load(text), sys.stdout, default=lambda other: [str(type(other))])",
            readsFile: file.path
        )
    }

    private var loading: String {
        switch self {
        case .pyYAML:
            "import yaml; load = lambda text: yaml.load(text, yaml.SafeLoader)"
        case .pyYAMLOverLibYAML:
            "import yaml; load = lambda text: yaml.load(text, yaml.CSafeLoader); yaml.CSafeLoader"
        case .ruamel:
            "from ruamel.yaml import YAML; load = YAML(typ='safe', pure=True).load"
        }
    }

    private func run(_ statement: String, readsFile path: String) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let script = """
            import json, sys
            \(loading)
            text = open(sys.argv[1], encoding='utf-8', newline='').read()
            \(statement)
            """
        process.arguments = ["python3", "-c", script, path]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(reader: self) }
        return data
    }

    private struct Failure: Error {
        let reader: OtherReader
    }
}

struct OtherReaderTests {
    @Test(.enabled(if: OtherReader.pyYAML.isInstalled, "PyYAML is not installed"))
    func `PyYAML reads what was written`() throws {
        try expectSameStrings(from: .pyYAML)
        try expectSameNumbers(from: .pyYAML)
    }

    @Test(
        .enabled(
            if: OtherReader.pyYAMLOverLibYAML.isInstalled,
            "PyYAML is not installed, or without libyaml"
        )
    )
    func `PyYAML over libyaml reads what was written`() throws {
        try expectSameStrings(from: .pyYAMLOverLibYAML)
        try expectSameNumbers(from: .pyYAMLOverLibYAML)
    }

    @Test(.enabled(if: OtherReader.ruamel.isInstalled, "ruamel.yaml is not installed"))
    func `ruamel reads what was written`() throws {
        try expectSameStrings(from: .ruamel)
        try expectSameNumbers(from: .ruamel)
    }

    private func expectSameStrings(from reader: OtherReader) throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let random = (0..<5000).map { _ in Tree.randomString(using: &generator) }
        let strings = TestStrings.plain + TestStrings.quoted + random
        let keys = Set(strings).sorted()
        var emitter = Emitter()
        emitter.beginMapping()
        emitter.key("values")
        emitter.tree(.sequence(strings.map(Tree.string)))
        emitter.key("keys")
        emitter.tree(.sequence(keys.map { .mapping([(key: $0, value: .null)]) }))
        emitter.endMapping()

        let found = try JSONDecoder().decode(Strings.self, from: reader.read(emitter.text))
        try #require(found.values.count == strings.count)
        for (one, other) in zip(found.values, strings) {
            #expect(Array(one.utf8) == Array(other.utf8), "seed \(seed)")
        }
        try #require(found.keys.count == keys.count)
        for (one, other) in zip(found.keys, keys) {
            #expect(one.keys.map { Array($0.utf8) } == [Array(other.utf8)], "seed \(seed)")
        }
    }

    private func expectSameNumbers(from reader: OtherReader) throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let random = (0..<2000).map { _ in Double(bitPattern: generator.next()) }
        let floats = [0, -0.0, 1, 0.1, 1e-5, 1e15, 1e16, 1e22, 1e300] + random.filter(\.isFinite)
        let literals = ["0", "1e3", "1E3", "-1.5E-7", "1.50", "12345678901234567890", "1e+05"]
        var emitter = Emitter()
        emitter.beginSequence()
        for value in floats { emitter.float(value) }
        for literal in literals { emitter.numberLiteral(literal) }
        emitter.endSequence()

        let expected = floats + literals.compactMap(Double.init)
        let found = try JSONDecoder().decode([Double].self, from: reader.read(emitter.text))
        #expect(found == expected, "seed \(seed)")
    }

    private struct Strings: Decodable {
        let values: [String]
        let keys: [[String: Bool?]]
    }
}
