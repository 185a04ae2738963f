import CRDManifests
import CRDRuntime
import Foundation

// Manifests that an API server accepted, with the objects that it stored.
extension RoundTrip {
    /// Reads the manifests of some types in a folder and compares what is written for them with
    /// what the API server stored.
    ///
    /// - Parameters:
    ///   - types: The types; manifests of other kinds are skipped.
    ///   - folder: A folder with `name.yaml`, a manifest, and `name.json`, the stored object, for
    ///     any names.
    /// - Returns: The number of manifests that were read, and a line for each failure.
    /// - Throws: What Foundation throws when a file cannot be read.
    static func manifests(
        of types: [any Resource.Type],
        in folder: URL
    ) throws -> (count: Int, failures: [String]) {
        var count = 0
        var failures: [String] = []
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        for name in names where name.hasSuffix(".yaml") {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            // Most texts have another kind, which is found out faster without parsing them.
            guard types.contains(where: { text.contains($0.kind) }) else { continue }
            do {
                let stream = try ManifestStream(yaml: text, file: name, kinds: types)
                for case let resource as any Resource in stream.objects {
                    count += 1
                    let stored = folder.appending(path: name.dropLast(5) + ".json")
                    let failure = try failure(resource, of: text, stored: stored)
                    if let failure { failures.append("\(name): \(failure)") }
                }
            } catch {
                failures.append("\(error)")
            }
        }
        return (count, failures)
    }

    /// What is wrong with a resource that was read strictly; `nil` if nothing is.
    private static func failure<R: Resource>(
        _ resource: R,
        of text: String,
        stored: URL
    ) throws -> String? {
        for mode in [FieldValidation.warn, .ignore] {
            if try R(yaml: text, fieldValidation: mode) != resource {
                return "differs with \(mode)"
            }
        }
        let json = try resource.json
        if try R(json: json) != resource { return "differs when it is read from JSON" }
        if try JSONDecoder().decode(R.self, from: Data(json.utf8)) != resource {
            return "differs when it is decoded"
        }
        let written = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
        let object = try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: stored))
        return written.conflict(with: object).map { "contradicts the stored object: \($0)" }
    }
}
