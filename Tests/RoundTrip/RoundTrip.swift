import CRDManifests
public import CRDRuntime
import CRDValidation
import Foundation

/// Sends sample values of generated types through JSON and YAML and compares what comes back.
public enum RoundTrip {
    /// The stack that the largest value must do with, in bytes: that of a thread on Darwin.
    private static let smallStack = 512 * 1024
    /// How many samples of each style have random strings.
    private static let randomSamples = 3

    /// The program that checks all resources of a module: prints a line for each difference, and
    /// ends with code 1 if there is one.
    ///
    /// Its argument is the seed of the random samples. With the argument `small` it runs the fullest
    /// samples on a small stack and compares nothing; an overflow ends the process. With the
    /// arguments `manifests FOLDER` it reads the manifests of a folder instead, and prints their
    /// number.
    public static func main(_ types: [any Resource.Type]) {
        let argument = CommandLine.arguments.dropFirst().first
        if argument == "small" {
            runOnSmallStack(types)
            return
        }
        if argument == "manifests", let folder = CommandLine.arguments.last {
            return readManifests(types, URL(filePath: folder))
        }
        var isEqual = true
        let first = argument.flatMap { UInt64($0) } ?? UInt64.random(in: 0 ... .max)
        let seeds = (0..<randomSamples).map { first &+ UInt64($0) }
        for type in types {
            for style in SampleMaker.Style.allCases {
                for seed in [nil] + seeds {
                    guard let failure = failure(type, style, seed) else { continue }
                    let origin = seed.map { ", seed \($0)" } ?? ""
                    print("\(type.api_version) \(type.kind), \(style) sample\(origin): \(failure)")
                    isEqual = false
                }
            }
        }
        for difference in otherReaderDifferences(types, seeds) {
            print(difference)
            isEqual = false
        }
        if !isEqual { exit(1) }
    }

    /// What PyYAML, where it is installed, reads otherwise.
    private static func otherReaderDifferences(
        _ types: [any Resource.Type],
        _ seeds: [UInt64]
    ) -> [String] {
        guard PyYAML.isPresent else { return [] }
        return seeds.flatMap { seed in
            do {
                let values = try types.flatMap { try erasedSamples(of: $0, seed: seed) }
                return try PyYAML.differences(in: values).map { "\($0), seed \(seed)" }
            } catch {
                return ["through PyYAML, seed \(seed): \(error)"]
            }
        }
    }

    private static func readManifests(_ types: [any Resource.Type], _ folder: URL) {
        do {
            let (count, failures) = try manifests(of: types, in: folder)
            for failure in failures { print(failure) }
            if !failures.isEmpty { exit(1) }
            print(count)
        } catch {
            print(error)
            exit(1)
        }
    }

    private static func runOnSmallStack(_ types: [any Resource.Type]) {
        let isDone = DispatchSemaphore(value: 0)
        let thread = Thread {
            for type in types { _ = failure(type, .full) }
            isDone.signal()
        }
        thread.stackSize = smallStack
        thread.start()
        isDone.wait()
    }

    /// The values of ``samples(of:seed:)`` for types of several kinds.
    ///
    /// - Throws: `DecodingError` if a sample does not fit the type.
    package static func erasedSamples<R: Resource>(
        of type: R.Type,
        seed: UInt64
    ) throws -> [any Resource] {
        try samples(of: type, seed: seed).map { $0 as any Resource }
    }

    /// Values of a type, one of each style, made of random strings.
    ///
    /// - Throws: `DecodingError` if a sample does not fit the type.
    package static func samples<R: Resource>(of type: R.Type, seed: UInt64) throws -> [R] {
        // A default may have another type than its attribute, which is a fault of the CRD.
        try SampleMaker.Style.allCases.filter { $0 != .defaults }.map { style in
            var maker = SampleMaker(style, seed: seed)
            let sample = maker.resource(R.definition, R.schema)
            return try JSONDecoder().decode(R.self, from: JSONEncoder().encode(sample))
        }
    }

    /// What differs after a round trip; `nil` if nothing does.
    private static func failure<R: Resource>(
        _ type: R.Type,
        _ style: SampleMaker.Style,
        _ seed: UInt64? = nil
    ) -> String? {
        var maker = SampleMaker(style, seed: seed)
        let sample = maker.resource(R.definition, R.schema)
        do {
            let value = try JSONDecoder().decode(R.self, from: JSONEncoder().encode(sample))
            if let difference = sample.difference(from: try json(of: value)) {
                return "through JSON, \(difference)"
            }
            let read = try R(yaml: value.yaml)
            if let difference = sample.difference(from: try json(of: read)) {
                return "through YAML, \(difference)"
            }
            if read != value { return "the value read from YAML is not equal" }
            if try R(json: value.json) != value { return "the value read from JSON is not equal" }
            if read.hashValue != value.hashValue { return "the hash differs after YAML" }
            if try R(json: value.json.withLoneSurrogates) != value {
                return "lone surrogates in JSON are not read as U+FFFD"
            }
            return nil
        } catch let error as DecodingError {
            return error.place
        } catch {
            return "\(error)"
        }
    }

    private static func json(of value: some Resource) throws -> JSONValue {
        try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value))
    }
}

extension String {
    /// JSON with half of a pair of surrogates, which is no character, for each U+FFFD.
    fileprivate var withLoneSurrogates: String {
        replacing("\u{FFFD}", with: "\\ud800")
    }
}

extension DecodingError {
    /// Where decoding failed, and why.
    fileprivate var place: String {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .keyNotFound(_, let context), .dataCorrupted(let context):
            let path = context.codingPath.map(\.stringValue).joined(separator: ".")
            return "\(path): \(context.debugDescription)"
        @unknown default:
            return "\(self)"
        }
    }
}
