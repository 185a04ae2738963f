import BenchmarkSupport
import Foundation
import KubernetesAPI
import SageMaker

/// What reading the responses of an API server costs, against `JSONDecoder`.
struct Responses {
    private static let count = 2000

    private let title: String
    private let list: [UInt8]
    private let events: [UInt8]

    /// Creates responses with many jobs like one.
    init(_ title: String, _ job: TrainingJob) throws {
        self.title = title
        let items = try (0..<Self.count).map { number in
            var job = job
            job.metadata.name += "-\(number)"
            job.metadata.resource_version = "\(number)"
            return try job.json
        }
        let head = #""apiVersion":"\#(TrainingJob.api_version)","kind":"TrainingJobList""#
        let metadata = #""metadata":{"resourceVersion":"1"}"#
        list = Array("{\(head),\(metadata),\"items\":[\(items.joined(separator: ","))]}".utf8)
        events = Array(items.map { #"{"type":"ADDED","object":\#($0)}"# + "\n" }.joined().utf8)
    }

    /// Returns a job as an API server returned it, with managed fields.
    static func recordedJob() throws -> TrainingJob {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Tests/KubernetesAPITests/Exchanges/exchanges.jsonl")
        let decoder = JSONDecoder()
        let exchanges = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .map { try decoder.decode(Exchange.self, from: Data($0.utf8)) }
        guard let recorded = exchanges.first(where: { $0.name == "get" }),
            let body = recorded.response.body
        else { fatalError("the exchange is missing") }
        return try ResourceAPI<TrainingJob>(namespace: "ml").get("a")
            .answer(status: recorded.response.status, body: body.utf8)
    }

    func measure() throws {
        say("\(Self.count) TrainingJobs \(title): a list of \(list.count) bytes")
        let data = Data(list)
        let lines = events.split(separator: 0x0A).map { Data($0) }
        let decoder = JSONDecoder()
        try compare("list, against JSONDecoder", 1) {
            sum &+= try readList()
        } other: {
            sum &+= try decoder.decode(DecodedList<TrainingJob>.self, from: data).items.count
        }
        try compare("watch in chunks of 16 KiB, against JSONDecoder for each line", 1) {
            sum &+= try readEvents()
        } other: {
            for line in lines {
                sum &+= try decoder.decode(DecodedEvent<TrainingJob>.self, from: line).type.count
            }
        }
    }

    /// Prints the peak memory of reading, which is that of the process: nothing else may have run.
    func measureMemory() throws {
        func megabytes() -> Int { rusage.ofThisProcess().peakMemory >> 20 }
        let before = megabytes()
        guard try readEvents() == Self.count else { fatalError("events are missing") }
        let watched = megabytes()
        guard try readList() == Self.count else { fatalError("items are missing") }
        say(
            "peak memory: \(before) MB, after the watch \(watched) MB, after the list \(megabytes()) MB"
        )
    }

    private func readList() throws -> Int {
        try ResourceAPI<TrainingJob>().list().answer(status: 200, body: list).items.count
    }

    private func readEvents() throws -> Int {
        var decoder = WatchDecoder<TrainingJob>()
        var count = 0
        for start in stride(from: 0, to: events.count, by: 1 << 14) {
            var chunk = events[start..<min(start + 1 << 14, events.count)]
            while try decoder.next(from: &chunk) != nil { count += 1 }
        }
        return count
    }
}

private struct DecodedList<Item: Decodable>: Decodable {
    let items: [Item]
}

private struct DecodedEvent<Object: Decodable>: Decodable {
    let type: String
    let object: Object
}

private struct Exchange: Decodable {
    struct Response: Decodable {
        let status: Int
        let body: String?
    }

    let name: String
    let response: Response
}
