import CRDRuntime
import Foundation
import Testing

/// What decoders with and without strategies make of fields, lists and maps.
struct FieldDecodingTests {
    private static let snakeCase: JSONDecoder = {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return decoder
    }()

    private func decoded(_ json: String, by decoder: JSONDecoder = JSONDecoder()) throws -> Shelf {
        try decoder.decode(Shelf.self, from: Data(json.utf8))
    }

    @Test(arguments: [
        #"{"texts": {"a_b": "x", "c": "y"}}"#, #"{"texts": {}, "more": {"a_b": "x"}}"#,
        #"{"parts": {"a_b": {"size": 1}}}"#, #"{"maps": {"a_b": {"c_d": {"size": 1}}}}"#,
        #"{"lists": [{"a_b": "x"}]}"#, #"{"gaps": {"a_b": null, "c_d": {"size": 1}}}"#,
        #"{"texts": null, "more": {"a_b": "x"}, "parts": {"c_d": {}}}"#,
    ])
    func `a strategy for keys leaves the keys of maps alone`(json: String) throws {
        let shelf = try decoded(json)
        #expect(try decoded(json, by: Self.snakeCase) == shelf)
        let twin = try JSONDecoder().decode(Twin.self, from: Data(json.utf8))
        #expect(shelf.texts == twin.texts)
        #expect(shelf.more == twin.more)
        #expect(shelf.lists == twin.lists)
        #expect(shelf.parts?.mapValues(\.size) == twin.parts?.mapValues(\.size))
        #expect(
            shelf.maps?.mapValues { $0.mapValues(\.size) }
                == twin.maps?.mapValues { $0.mapValues(\.size) }
        )
        #expect(shelf.gaps?.mapValues { $0?.size } == twin.gaps?.mapValues { $0?.size })
    }

    @Test func `a strategy for keys applies to structs`() throws {
        #expect(try decoded(#"{"wide_part": {"size": 1}}"#, by: Self.snakeCase).widePart?.size == 1)
    }

    @Test(arguments: [
        #"{"texts": null}"#, #"{"parts": null}"#, #"{"names": null}"#, #"{"widePart": null}"#,
        #"{"lists": null, "maps": null, "gaps": null, "more": null}"#, "{}",
    ])
    func `null is an absent attribute of every form`(json: String) throws {
        #expect(try decoded(json) == Shelf())
        #expect(try decoded(json, by: Self.snakeCase) == Shelf())
    }

    @Test(arguments: [
        (#"{"texts": {"a": null, "b": "x"}}"#, #"{"texts": {"b": "x"}}"#),
        (#"{"parts": {"a": null, "b": {"size": null}}}"#, #"{"parts": {"b": {}}}"#),
        (#"{"maps": {"a": {"b": null}, "c": null}}"#, #"{"maps": {"a": {}}}"#),
        (#"{"lists": [{"a": null}]}"#, #"{"lists": [{}]}"#),
    ])
    func `null in a map is dropped if it is not a value`(json: String, expected: String) throws {
        for decoder in [JSONDecoder(), Self.snakeCase] {
            #expect(try decoded(json, by: decoder) == decoded(expected, by: decoder))
        }
    }

    @Test func `null in a map is kept if it is a value`() throws {
        for decoder in [JSONDecoder(), Self.snakeCase] {
            let shelf = try decoded(#"{"gaps": {"a": null, "b": {}}}"#, by: decoder)
            #expect(shelf.gaps == ["a": nil, "b": Part()])
        }
    }

    @Test func `null in metadata is an empty string`() throws {
        let json = Data(#"{"labels": {"a": null, "b": "c"}, "annotations": {"d": null}}"#.utf8)
        for decoder in [JSONDecoder(), Self.snakeCase] {
            let metadata = try decoder.decode(ObjectMeta.self, from: json)
            #expect(metadata.labels == ["a": "", "b": "c"])
            #expect(metadata.annotations == ["d": ""])
        }
    }

    @Test func `what follows a null is read`() throws {
        let shelf = try decoded(#"{"widePart": null, "names": ["x"], "texts": {"a": "b"}}"#)
        var expected = Shelf()
        expected.names = ["x"]
        expected.texts = ["a": "b"]
        #expect(shelf == expected)
    }

    @Test(arguments: [
        (#"{"names": ["a", 1]}"#, "names.Index 1"), (#"{"names": ["a", null]}"#, "names.Index 1"),
        (#"{"names": {"a": 1}}"#, "names"), (#"{"texts": {"a": 1}}"#, "texts.a"),
        (#"{"texts": {"a": null, "b": 1}}"#, "texts.b"), (#"{"texts": ["a"]}"#, "texts"),
        (#"{"parts": {"a": {"size": "x"}}}"#, "parts.a.size"), (#"{"parts": 1}"#, "parts"),
        (#"{"maps": {"a": {"b": {"size": "x"}}}}"#, "maps.a.b.size"),
        (#"{"lists": [{"a": 1}]}"#, "lists.Index 0.a"), (#"{"widePart": 1}"#, "widePart"),
        (#"{"gaps": {"a": {"size": "x"}}}"#, "gaps.a.size"),
    ])
    func `a value of another type is named with its path`(json: String, path: String) {
        for decoder in [JSONDecoder(), Self.snakeCase] {
            let error = #expect(throws: DecodingError.self) { try decoded(json, by: decoder) }
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context):
                #expect(context.codingPath.map(\.stringValue).joined(separator: ".") == path)
            case .dataCorrupted, .keyNotFound, nil: Issue.record("\(String(describing: error))")
            @unknown default: Issue.record("\(String(describing: error))")
            }
        }
    }
}

/// One attribute of each form that has keys or elements.
private struct Shelf: FieldStruct {
    var widePart: Part?
    var names: [String]?
    var texts: [String: String]?
    var more: [String: String]?
    var parts: [String: Part]?
    var maps: [String: [String: Part]]?
    var lists: [[String: String]]?
    var gaps: [String: Part?]?

    init() {}

    init(_unread: _Unread) {}

    mutating func _visit(_ fields: _FieldVisitor) {
        fields.optional("widePart", &widePart)
        fields.list("names", &names)
        fields.map("texts", &texts)
        fields.map("more", &more)
        fields.map("parts", &parts)
        fields.map("maps", &maps)
        fields.list("lists", &lists)
        fields.map("gaps", &gaps)
    }
}

/// The same with `Codable` as the compiler writes it.
private struct Twin: Decodable {
    struct Part: Decodable, Equatable {
        var size: Int?
    }

    var texts: [String: String]?
    var more: [String: String]?
    var parts: [String: Part]?
    var maps: [String: [String: Part]]?
    var lists: [[String: String]]?
    var gaps: [String: Part?]?
}
