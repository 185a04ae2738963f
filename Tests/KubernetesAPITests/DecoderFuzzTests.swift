import CRDRuntime
import KubernetesAPI
import SageMaker
import TestResources
import TestSupport
import Testing

/// Random changes of recorded bytes: nothing crashes, and the size of chunks makes no difference.
struct DecoderFuzzTests {
    @Test(arguments: 0..<200 as Range<UInt64>)
    func `the events of changed bytes do not depend on chunks`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        // The third event of the recorded stream has 20 KB, which says no more than the others.
        let lines = try #require(Exchange.named("watch").response.events)
        var bytes = Array(lines.filter { $0.utf8.count < 4096 }.joined().utf8)
        for _ in 0..<Int.random(in: 0...4, using: &generator) { change(&bytes, &generator) }
        let whole = outcomes(in: [bytes[...]])
        var chunks: [ArraySlice<UInt8>] = []
        while !bytes.isEmpty {
            let size = Int.random(in: 1...100, using: &generator)
            chunks.append(ArraySlice(bytes.prefix(size)))
            bytes.removeFirst(min(size, bytes.count))
        }
        #expect(outcomes(in: chunks) == whole)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `changed responses give values or errors`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let exchange = try #require(Exchange.all().randomElement(using: &generator))
        var bytes = Array((exchange.response.body ?? "").utf8)
        for _ in 0..<Int.random(in: 1...4, using: &generator) { change(&bytes, &generator) }
        let jobs = ResourceAPI<TrainingJob>(namespace: "ml")
        for status in [200, 404] {
            for read in [
                { _ = try jobs.get("a").answer(status: status, body: bytes) },
                { _ = try jobs.list().answer(status: status, body: bytes) },
                { _ = try jobs.delete("a").answer(status: status, body: bytes) },
                { _ = try jobs.scale.get("a").answer(status: status, body: bytes) },
            ] {
                do {
                    try read()
                    #expect(status == 200)
                } catch let error as APIError {
                    #expect(!error.message.isEmpty)
                }
            }
        }
    }

    /// The events and the errors.
    private func outcomes(in chunks: [ArraySlice<UInt8>]) -> [String] {
        var decoder = WatchDecoder<Widget>()
        var outcomes: [String] = []
        func read(_ next: () throws(APIError) -> WatchEvent<Widget>?) -> Bool {
            do {
                guard let event = try next() else { return false }
                outcomes.append(event.summary)
            } catch {
                outcomes.append(error.description)
            }
            return true
        }
        for var chunk in chunks {
            while read({ () throws(APIError) in try decoder.next(from: &chunk) }) {}
        }
        _ = read { () throws(APIError) in try decoder.finish() }
        return outcomes
    }

    /// Replaces, removes or repeats some bytes.
    private func change(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        let start = Int.random(in: 0...bytes.count, using: &generator)
        let end = min(bytes.count, start + Int.random(in: 0...8, using: &generator))
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
        case 2: bytes.insert(contentsOf: [0x0A, 0x7B, 0xFF].shuffled(using: &generator), at: end)
        default:
            for position in start..<end {
                bytes[position] = UInt8.random(in: 0...255, using: &generator)
            }
        }
    }
}
