import CRDGeneratorCore
import CRDLibYAML
import CRDPages
import CRDRuntime
import CRDValidation
import CRDYAML
import Foundation
import TestSupport
import Testing

@testable import CRDCatalog
@testable import CRDInspection

/// `crdgen sample --commented`.
@Suite struct CommentedSampleTests {
    private static func entry(_ properties: String) throws -> ResourceCatalog.Entry {
        let text = InspectedText.widget(properties)
        return try ResourceCatalog(text).entry(at: AttributePath("Widget"), apiVersion: nil)
    }

    @Test func `what need not be there is commented out`() throws {
        let entry = try Self.entry(
            """
            spec:
              type: object
              description: What is wanted, e.g. much. The rest is not told.
              required: [size, template, hosts, labels]
              properties:
                size: {type: integer, minimum: 3}
                mode: {type: string, enum: [fast, slow], default: slow, description: How fast.}
                template:
                  type: object
                  properties: {image: {type: string}}
                hosts: {type: array, items: {type: object, properties: {name: {type: string}}}}
                labels: {type: object, additionalProperties: {type: string}}
                ports:
                  type: array
                  items: {type: object, properties: {number: {type: integer}}}
            """
        )
        let text = Sample(of: entry).commentedManifest.split(separator: "\n").dropFirst(4)
        #expect(
            text.joined(separator: "\n") == """
                apiVersion: example.com/v1
                kind: Widget
                metadata:
                  name: example
                  namespace: default
                ## What is wanted, e.g. much.
                ## <Spec>
                spec:
                  ## <Int> required · at least 3
                  size: 3
                  ## How fast.
                  ## <Mode> · default `slow` · one of `fast`, `slow`
                  # mode: slow
                  ## <Template> required
                  template:
                    <<: {}
                    ## <String>
                    # image: image
                  ## <[Host]> required
                  ## For example:
                  ## hosts:
                  ## - name: name
                  hosts: []
                  ## <[String: String]> required
                  labels:
                    <<: {}
                    # key: labels
                  ## <[Port]>
                  # ports:
                  # -
                  ##   <Int>
                  #   number: 1
                """
        )
    }

    @Test(arguments: [
        ##""# no comment\n# mode: evil""##, ##""a\tb\r\nspec: {}""##, ##""\0 \x01 \e \x7f""##,
        ##""\u2028spec: {}\N\u2029kind: x""##, ##""\ufeff\ufffd""##, "'- a'", "'```'", "''",
        ##""    code: x\n\n    more""##,
    ])
    func `no description gets out of its remark`(_ description: String) throws {
        let entry = try Self.entry(
            """
            spec:
              type: object
              required: [b]
              description: \(description)
              properties:
                a: {type: string, description: \(description)}
                b: {type: string, description: \(description)}
            """
        )
        let sample = Sample(of: entry)
        #expect(try Self.value(sample.commentedManifest) == sample.json)
        let whole = try Self.value(Self.uncommented(sample.commentedManifest))
        #expect(whole == Sample(of: entry, extent: .all).json)
    }

    @Test func `any attribute can be had with those it belongs to`() throws {
        let url = URL(filePath: #filePath).appending(path: "../../../crds").standardizedFileURL
        let file = url.appending(path: "sagemaker.services.k8s.aws_trainingjobs.yaml")
        let catalog = ResourceCatalog(try String(contentsOf: file, encoding: .utf8))
        let entry = try #require(catalog.entries.first)
        let lines = Sample(of: entry).commentedManifest.split(separator: "\n").map(String.init)
        let validator = ResourceValidator(
            definition: entry.version.definition,
            schema: entry.version.schema
        )
        var count = 0
        for position in lines.indices
        where lines[position].contains("# ") && !lines[position].contains("##")
            && !lines[position].hasSuffix(" -")
        {
            var chosen = lines
            var depth = Int.max
            // The line itself, and upwards what it belongs to.
            for line in stride(from: position, through: 0, by: -1) {
                guard let own = Self.depth(lines[line]), own < depth else { continue }
                chosen[line] = Self.uncommented(lines[line])
                depth = own
            }
            let value = try Self.value(chosen.joined(separator: "\n"))
            guard case .success = validator.create(value).result else {
                // What is required beside the line is still commented out.
                #expect(Self.rejection(validator.create(value)).contains("Required value"))
                continue
            }
            count += 1
        }
        #expect(count > 60)
    }

    @Test(arguments: ["crds", "Tests/TestResources/crds"])
    func `whatever keys are, they are written right`(_ folder: String) throws {
        let package = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
        let url = package.appending(path: folder)
        for name in try FileManager.default.contentsOfDirectory(atPath: url.path)
        where name.hasSuffix(".yaml") {
            let text = try String(contentsOf: url.appending(path: name), encoding: .utf8)
            for entry in ResourceCatalog(text).entries { try Self.check(entry) }
        }
    }

    @Test(
        .enabled(if: SharedFolder.has("corpus"), "no corpus beside the package"),
        .timeLimit(.minutes(15)),
        arguments: CorpusPart.all(of: "corpus/catalog", "corpus/openshift")
    )
    func `as it stands it is minimal, and without marks complete`(_ part: CorpusPart) throws {
        for file in part.files {
            let text = String(decoding: try SharedFolder.bytes(file), as: UTF8.self)
            for entry in ResourceCatalog(text).entries { try Self.check(entry) }
        }
    }

    /// Reads the commented manifest of a kind, as it is and without its marks.
    private static func check(_ entry: ResourceCatalog.Entry) throws {
        let minimal = Sample(of: entry)
        let commented = minimal.commentedManifest
        let own = try value(commented)
        #expect(own.difference(from: minimal.json) == nil, "\(entry.kind)")
        let complete = Sample(of: entry, extent: .all).json.beginning(with: minimal.json)
        let whole = try value(uncommented(commented))
        #expect(whole.difference(from: complete) == nil, "\(entry.kind)")
    }

    private static func value(_ text: String) throws -> JSONValue {
        try JSONValue(try #require(try Node.parse(text, file: "sample.yaml").first))
    }

    private static func rejection(_ response: ServerResponse) -> String {
        if case .failure(let rejection) = response.result { rejection.message } else { "" }
    }

    /// The text without the mark of each line.
    private static func uncommented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let margin = line.prefix { $0 == " " }
            let rest = line.dropFirst(margin.count)
            return rest.hasPrefix("# ") ? String(margin + rest.dropFirst(2)) : String(line)
        }.joined(separator: "\n")
    }

    /// Twice the column that a line has once its mark is gone; `nil` for remarks.
    private static func depth(_ line: String) -> Int? {
        let bare = uncommented(line)
        let text = bare.drop { $0 == " " }
        if text.first == "#" { return nil }
        // A dash may stand below the first letter of the key that it belongs to.
        return 2 * (bare.count - text.count) + (text.first == "-" ? 1 : 0)
    }
}

extension JSONValue {
    /// The value with what stands in the minimal one as it is there: lists that are empty, and
    /// elements that are several.
    fileprivate func beginning(with minimal: JSONValue) -> JSONValue {
        switch (self, minimal) {
        case (.object(var object), .object(let minimal)):
            for (key, value) in zip(minimal.keys, minimal.values) {
                object[key] = object[key]?.beginning(with: value) ?? value
            }
            return .object(object)
        case (.array(let elements), .array(let minimal)):
            guard let first = minimal.first else { return .array([]) }
            return .array([elements[0].beginning(with: first)] + minimal.dropFirst())
        case (_, let minimal): return minimal
        }
    }

    /// The first place where the value is another; `nil` if there is none.
    fileprivate func difference(from other: JSONValue) -> String? {
        switch (self, other) {
        case (.object(let object), .object(let other)) where Set(object.keys) == Set(other.keys):
            for key in object.keys {
                guard let difference = object[key]?.difference(from: other[key] ?? .null) else {
                    continue
                }
                return ".\(key)\(difference)"
            }
            return nil
        case (.array(let elements), .array(let others)) where elements.count == others.count:
            return zip(elements, others).lazy.compactMap { $0.difference(from: $1) }.first
        default: return self == other ? nil : ": \(jsonText) is not \(other.jsonText)"
        }
    }
}
