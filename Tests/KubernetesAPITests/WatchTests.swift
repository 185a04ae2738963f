import CRDRuntime
import KubernetesAPI
import TestResources
import Testing

struct WatchTests {
    private static let head = #""apiVersion":"recorded.example.com/v1","kind":"Widget""#

    /// Every kind of event, with text of more than one byte a character.
    private static let stream = """
        {"type":"ADDED","object":{\(head),"metadata":{"name":"é😀","resourceVersion":"1"}}}

        {"type":"MODIFIED","object":{\(head),"metadata":{"name":"é😀","resourceVersion":"2"}}}\r
        {"type":"BOOKMARK","object":{\(head),"metadata":{"resourceVersion":"3"}}}
        {"type":"DELETED","object":{\(head),"metadata":{"name":"é😀","resourceVersion":"4"}}}

        """

    private static let summaries = ["added é😀 1", "modified é😀 2", "bookmark 3", "deleted é😀 4"]

    private func events(in chunks: [ArraySlice<UInt8>]) throws -> [String] {
        var decoder = WatchDecoder<Widget>()
        var summaries: [String] = []
        for var chunk in chunks {
            while let event = try decoder.next(from: &chunk) { summaries.append(event.summary) }
            #expect(chunk.isEmpty)
        }
        if let event = try decoder.finish() { summaries.append(event.summary) }
        return summaries
    }

    @Test func `a stream can be cut at every byte`() throws {
        let bytes = Array(Self.stream.utf8)
        for cut in bytes.indices {
            #expect(try events(in: [bytes[..<cut], bytes[cut...]]) == Self.summaries)
        }
        #expect(try events(in: bytes.indices.map { bytes[$0...$0] }) == Self.summaries)
    }

    @Test func `the recorded stream can be cut at every byte of its ends of lines`() throws {
        let lines = try #require(Exchange.named("watch").response.events)
        let bytes = Array(lines.joined().utf8)
        let whole = try events(in: [bytes[...]])
        #expect(whole.count == lines.count)
        var end = 0
        for line in lines {
            end += line.utf8.count
            for cut in [end - 2, end - 1, end] {
                #expect(try events(in: [bytes[..<cut], bytes[cut...]]) == whole)
            }
        }
    }

    @Test func `an event of a megabyte in chunks of a kibibyte`() throws {
        let text = String(repeating: "x", count: 1 << 20)
        let line = #"""
            {"type":"ADDED","object":{\#(Self.head),"metadata":{"name":"w"},"spec":{"image":"\#(text)"}}}
            """#
        let bytes = Array((line + "\n" + line + "\n").utf8)
        let chunks = stride(from: 0, to: bytes.count, by: 1024).map {
            bytes[$0..<min($0 + 1024, bytes.count)]
        }
        #expect(try events(in: chunks) == ["added w ?", "added w ?"])
    }

    @Test func `a last line without a line feed is an event`() throws {
        let bytes = Array(Self.stream.utf8.dropLast())
        #expect(try events(in: [bytes[...]]) == Self.summaries)
    }

    @Test func `a stream that ends within an event is an error`() throws {
        let bytes = Array(Self.stream.utf8.dropLast(3))
        let error = #expect(throws: APIError.self) { try events(in: [bytes[...]]) }
        #expect(error?.isUnreadable == true)
    }

    @Test(arguments: [
        (#"{"type":"ERROR","object":{"kind":"Status","reason":"Gone","code":410}}"#, true),
        (#"{"type":"ERROR","object":{"kind":"Status","code":410}}"#, true),
        (
            #"{"type":"ERROR","object":{"kind":"Status","reason":"InternalError","code":500}}"#,
            false
        ),
        (#"{"type":"ERROR","object":null}"#, false),
        (#"{"kind":"Status","apiVersion":"v1","status":"Failure","reason":"Expired"}"#, true),
        (#"{"type":"LATER","object":{}}"#, false),
        (#"{"type":"ADDED"}"#, false),
        (#"{"type":"ADDED","object":{}}"#, false),
        ("[]", false),
    ])
    func `other events are thrown, and the next one follows`(line: String, isExpired: Bool) throws {
        var decoder = WatchDecoder<Widget>()
        var bytes = Array((line + "\n" + Self.stream).utf8)[...]
        let error = #expect(throws: APIError.self) { try decoder.next(from: &bytes) }
        #expect(error?.isExpired == isExpired)
        #expect(try decoder.next(from: &bytes)?.summary == Self.summaries[0])
    }

    @Test func `a bookmark can end the initial events`() throws {
        let line = #"""
            {"type":"BOOKMARK","object":{\#(Self.head),"metadata":{"resourceVersion":"5",
            "annotations":{"k8s.io/initial-events-end":"true"}}}}
            """#
        var decoder = WatchDecoder<Widget>()
        var bytes = Array(line.split(separator: "\n").joined().utf8 + [0x0A])[...]
        guard case .bookmark(let bookmark)? = try decoder.next(from: &bytes) else {
            Issue.record("not a bookmark")
            return
        }
        #expect(bookmark.endsInitialEvents && bookmark.resourceVersion == "5")
    }

    @Test func `a response without lines is an error before it fills the memory`() throws {
        var decoder = WatchDecoder<Widget>()
        let chunk = [UInt8](repeating: 0x20, count: 1 << 22)[...]
        let error = try #require(throws: APIError.self) {
            for _ in 0...16 {
                var bytes = chunk
                while try decoder.next(from: &bytes) != nil {}
            }
        }
        #expect(error.message == "the event has more than 67108864 bytes")
    }

    @Test func `an asynchronous sequence of chunks gives events`() async throws {
        let bytes = Array(Self.stream.utf8)
        let (chunks, sender) = AsyncStream.makeStream(of: ArraySlice<UInt8>.self)
        for start in stride(from: 0, to: bytes.count, by: 7) {
            sender.yield(bytes[start..<min(start + 7, bytes.count)])
        }
        sender.finish()
        var summaries: [String] = []
        for try await event in chunks.events(of: Widget.self) { summaries.append(event.summary) }
        #expect(summaries == Self.summaries)
    }
}
