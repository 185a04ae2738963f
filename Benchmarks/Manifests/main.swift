// What reading and writing manifests costs, against Yams and against Foundation's coders.
//
//     swift run -c release --package-path Benchmarks manifest-benchmark [rules|responses]
//
// Prints the CPU time of the best of several rounds, the two sides of a ratio in turn. An argument
// selects a part: 'responses', the reading of an API server's responses; 'rules', the validation of
// kinds with CEL rules.
import CRDEditing
import CRDManifests
import CRDRuntime
import CRDValidation
import Foundation
import SageMaker
import Yams

func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func seconds(_ repetitions: Int, _ work: () throws -> Void) rethrows -> Double {
    let start = cpuSeconds()
    for _ in 0..<repetitions { try work() }
    return (cpuSeconds() - start) / Double(repetitions)
}

/// Prints a line at once, as some rounds take a while.
func say(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

/// Returns the time of both, measured in turn.
func bestSeconds(
    _ repetitions: Int,
    rounds: Int = 7,
    ours: () throws -> Void,
    other: () throws -> Void
) rethrows -> (ours: Double, other: Double) {
    var best = (ours: Double.infinity, other: Double.infinity)
    for _ in 0..<rounds {
        best.ours = min(best.ours, try seconds(repetitions, ours))
        best.other = min(best.other, try seconds(repetitions, other))
    }
    return best
}

/// Prints how much faster the first is than the second.
func compare(
    _ name: String,
    _ repetitions: Int,
    rounds: Int = 7,
    ours: () throws -> Void,
    other: () throws -> Void
) rethrows {
    let best = try bestSeconds(repetitions, rounds: rounds, ours: ours, other: other)
    let ratio = (best.other / best.ours).formatted(.number.precision(.fractionLength(2)))
    func text(_ seconds: Double) -> String {
        (seconds * 1e6).formatted(.number.precision(.fractionLength(1)).grouping(.never))
    }
    say("  \(name): \(text(best.ours)) µs against \(text(best.other)) µs, \(ratio)× as fast")
}

/// How much of what is read, so that nothing is left out as unused.
nonisolated(unsafe) var sum = 0

/// Measures `==` and `hash` against those that the compiler writes.
///
/// The values that are compared share no storage, as strings that share it are equal at once.
func compareEquality(_ job: TrainingJob, _ twin: SynthesisedJob, _ repetitions: Int) throws {
    let json = try job.json
    let data = Data(json.utf8)
    let equal = try TrainingJob(json: json)
    let equalTwin = try JSONDecoder().decode(SynthesisedJob.self, from: data)
    var other = equal
    other.metadata.name += "-2"
    var otherTwin = equalTwin
    otherTwin.metadata.name += "-2"
    compare("== of equal values, against synthesised", repetitions * 10) {
        sum &+= job == equal ? 1 : 0
    } other: {
        sum &+= twin == equalTwin ? 1 : 0
    }
    compare("== of values with different names, against synthesised", repetitions * 10) {
        sum &+= job == other ? 1 : 0
    } other: {
        sum &+= twin == otherTwin ? 1 : 0
    }
    compare("hash, against synthesised", repetitions * 10) {
        sum &+= job.hashValue
    } other: {
        sum &+= twin.hashValue
    }
}

/// Yams takes seconds for a megabyte, so its rounds may be fewer.
func measure(_ title: String, _ job: TrainingJob, _ repetitions: Int, rounds: Int) throws {
    let yaml = try job.yaml
    let json = try job.json
    let data = Data(json.utf8)
    let encoder = JSONEncoder()
    let decoder = JSONDecoder()
    let twin = try decoder.decode(SynthesisedJob.self, from: data)
    guard try decoder.decode(TrainingJob.self, from: data) == job,
        try YAMLDecoder().decode(TrainingJob.self, from: yaml) == job,
        try TrainingJob(yaml: yaml) == job, try TrainingJob(json: json) == job
    else { fatalError("what is read is not what was written") }
    say("\(title): \(yaml.utf8.count) bytes of YAML, \(json.utf8.count) of JSON")
    try compare("YAML written, against Yams", repetitions, rounds: rounds) {
        sum &+= try job.yaml.utf8.count
    } other: {
        sum &+= try YAMLEncoder().encode(job).utf8.count
    }
    try compare("YAML read, against Yams", repetitions, rounds: rounds) {
        sum &+= try TrainingJob(yaml: yaml).metadata.name.utf8.count
    } other: {
        sum &+= try YAMLDecoder().decode(TrainingJob.self, from: yaml).metadata.name.utf8.count
    }
    try compare("JSON written, against JSONEncoder", repetitions) {
        sum &+= try job.json.utf8.count
    } other: {
        sum &+= try encoder.encode(job).count
    }
    try compare("JSON written, against JSONEncoder with synthesised Codable", repetitions) {
        sum &+= try job.json.utf8.count
    } other: {
        sum &+= try encoder.encode(twin).count
    }
    try compare("JSON read, against JSONDecoder", repetitions) {
        sum &+= try TrainingJob(json: json).metadata.name.utf8.count
    } other: {
        sum &+= try decoder.decode(TrainingJob.self, from: data).metadata.name.utf8.count
    }
    try compare("JSON read, against JSONDecoder with synthesised Codable", repetitions) {
        sum &+= try TrainingJob(json: json).metadata.name.utf8.count
    } other: {
        sum &+= try decoder.decode(SynthesisedJob.self, from: data).metadata.name.utf8.count
    }
    try compare("JSONEncoder, generated against synthesised Codable", repetitions) {
        sum &+= try encoder.encode(job).count
    } other: {
        sum &+= try encoder.encode(twin).count
    }
    try compare("JSONDecoder, generated against synthesised Codable", repetitions) {
        sum &+= try decoder.decode(TrainingJob.self, from: data).metadata.name.utf8.count
    } other: {
        sum &+= try decoder.decode(SynthesisedJob.self, from: data).metadata.name.utf8.count
    }
    try compare("validated, against JSON read", repetitions) {
        sum &+= try job.validate().count
    } other: {
        sum &+= try TrainingJob(json: json).metadata.name.utf8.count
    }
    try compare("validated, against JSONDecoder", repetitions) {
        sum &+= try job.validate().count
    } other: {
        sum &+= try decoder.decode(TrainingJob.self, from: data).metadata.name.utf8.count
    }
    try compare("YAML read and validated, against YAML read", repetitions) {
        sum &+= try TrainingJob(yaml: yaml, checks: .apiServer).metadata.name.utf8.count
    } other: {
        sum &+= try TrainingJob(yaml: yaml).metadata.name.utf8.count
    }
    try compareEquality(job, twin, repetitions)
    var changed = job
    compare("one attribute set, against setting it in a copy", repetitions * 10) {
        changed.spec?.environment?["parameter_1"] = "x"
    } other: {
        var copy = changed
        copy.spec?.environment?["parameter_1"] = "x"
        sum &+= copy.id
    }
}

/// Measures the change of one field in a text, against reading the text.
func compareEditing(_ job: TrainingJob, _ repetitions: Int) throws {
    let yaml = try job.yaml
    let text = try ManifestText(yaml)
    var number = 0
    try compare("text read and one field set, against YAML read", repetitions) {
        number += 1
        var text = try ManifestText(yaml)
        try text[0].set("spec.resourceConfig.instanceCount", to: JSONValue(integerLiteral: number))
        sum &+= text.text.utf8.count
    } other: {
        sum &+= try TrainingJob(yaml: yaml).metadata.name.utf8.count
    }
    var changed = job
    changed.spec?.resource_config.instance_count = 7
    try compare("a changed object written into the text, against YAML read", repetitions) {
        var copy = text
        try copy.update(changed)
        sum &+= copy.text.utf8.count
    } other: {
        sum &+= try TrainingJob(yaml: yaml).metadata.name.utf8.count
    }
}

let part = CommandLine.arguments.dropFirst().first
if part == nil || part == "responses" {
    var job = try Responses.recordedJob()
    let recorded = try Responses("as a server returned them", job)
    try recorded.measureMemory()
    try recorded.measure()
    job.metadata.managed_fields = nil
    try Responses("without managed fields", job).measure()
    try Responses("with many fields", Samples.small).measure()
}
if part == nil {
    // Preparing the schema is part of the first call alone.
    let first = try seconds(1) { sum &+= try Samples.small.validate().count }
    let second = try seconds(1) { sum &+= try Samples.small.validate().count }
    say("TrainingJob validated: first \(Int(first * 1e6)) µs, then \(Int(second * 1e6)) µs")
    try measure("TrainingJob", Samples.small, 50, rounds: 7)
    try measure("1 MB", Samples.large, 1, rounds: 1)
    try compareEditing(Samples.large, 1)
}
if part == nil || part == "rules" { try RuleCost.measure() }
