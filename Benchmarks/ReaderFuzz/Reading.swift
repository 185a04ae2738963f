import CRDGeneratorCore
import CRDLibYAML
import CRDManifests
import CRDParsing
import CRDRuntime
import CRDYAML

/// All that can be done with bytes from outside, with what must hold of it.
struct Reading {
    /// The kinds that are read.
    let kinds: [any Resource.Type]

    /// What should not be.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    /// Reads an input in every way.
    ///
    /// - Parameters:
    ///   - bytes: Any bytes.
    ///   - number: The number of the input, which chooses the kind that the text is read as.
    /// - Returns: Whether a manifest was read.
    /// - Throws: `Fault`; everything that the readers throw is caught.
    func read(_ bytes: [UInt8], number: Int) throws -> Bool {
        walk(bytes)
        generate(bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        guard (try? Node.parse(Array(text.utf8), file: "", duplicateRule: .lastCounts)) != nil
        else {
            // Every other way would say the same.
            return try stream(text, .strict) != nil
        }
        let kind = kinds[number % kinds.count]
        let isRead = try readStreams(text)
        return try readOne(kind, text) || isRead
    }

    /// Looks at every node, which resolves every scalar.
    private func walk(_ bytes: [UInt8]) {
        let documents = (try? Node.parse(bytes, file: "input", duplicateRule: .lastCounts)) ?? []
        for document in documents {
            var waiting = [document]
            while let node = waiting.popLast() {
                if node.kind == .scalar { _ = try? node.resolved() }
                waiting += node.items
                waiting += node.pairs.map(\.value)
            }
        }
    }

    private func generate(_ bytes: [UInt8]) {
        var diagnostics: [Diagnostic] = []
        let input = Generator.Input(path: "input.yaml", bytes: bytes)
        let output = Generator().generate(input, &diagnostics)
        if !output.resources.isEmpty { _ = output.swift.text }
    }

    /// Reads a stream in the three modes, each of which takes all that the one before it takes.
    private func readStreams(_ text: String) throws -> Bool {
        let modes: [FieldValidation] = [.strict, .warn, .ignore]
        let streams = try modes.map { mode in try stream(text, mode) }
        if streams[0] != nil, streams[1]?.warnings.isEmpty != true {
            throw Fault(description: "read strictly, but not without warnings")
        }
        guard let stream = streams[2] else {
            if streams[1] != nil { throw Fault(description: "read with warnings, not without") }
            return false
        }
        try writeAgain(stream)
        return true
    }

    /// - Throws: `Fault` where an error says nothing.
    private func stream(_ text: String, _ mode: FieldValidation) throws -> ManifestStream? {
        do throws(ManifestError) {
            return try ManifestStream(yaml: text, kinds: kinds, fieldValidation: mode)
        } catch {
            try look(at: error)
            return nil
        }
    }

    /// What was read is written, and what is written is read as the same.
    private func writeAgain(_ stream: ManifestStream) throws {
        // What the server would refuse in metadata is read, but not written.
        let list = ManifestList(stream.objects)
        guard let yaml = try? list.yaml, let json = try? list.json else { return }
        for (text, form) in [(yaml, "YAML"), (json, "JSON")] {
            do {
                let again = try ManifestStream(yaml: text, kinds: kinds)
                if try ManifestList(again.objects).yaml == yaml { continue }
            } catch {
                throw Fault(description: "what was written in \(form) is refused:\n\(error)")
            }
            throw Fault(description: "what was written in \(form) is read as something else")
        }
    }

    private func readOne<R: Resource>(_ type: R.Type, _ text: String) throws -> Bool {
        var isRead = false
        for mode in [FieldValidation.strict, .warn] {
            do throws(ManifestError) {
                _ = try R(yaml: text, fieldValidation: mode)
                isRead = true
            } catch {
                try look(at: error)
            }
        }
        do throws(ManifestError) {
            _ = try R(json: text, fieldValidation: .ignore)
        } catch {
            try look(at: error)
        }
        return isRead
    }

    private func look(at error: ManifestError) throws {
        if error.diagnostics.isEmpty || error.description(.wire).isEmpty
            || error.description(.swift).isEmpty
        {
            throw Fault(description: "an error that says nothing")
        }
    }
}
