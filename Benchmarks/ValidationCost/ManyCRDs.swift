import BenchmarkSupport
import Foundation

/// A folder with many CRDs, and one with manifests of some of their kinds.
struct ManyCRDs {
    let folder: URL
    let tool: String

    var crds: URL { folder.appending(path: "crds") }
    var manifests: URL { folder.appending(path: "manifests") }
    /// One of the manifests.
    var manifest: URL { manifests.appending(path: "0-0.yaml") }

    /// Copies files until there are enough; each repetition has groups of its own.
    func writeCRDs(of paths: [String], count: Int) throws {
        try FileManager.default.createDirectory(at: crds, withIntermediateDirectories: true)
        for index in 0..<(paths.isEmpty ? 0 : count) {
            var text = try String(contentsOfFile: paths[index % paths.count], encoding: .utf8)
            let repetition = index / paths.count
            if repetition > 0, let match = text.firstMatch(of: #/(?m)^  group: *["']?([^"'\s]+)/#) {
                let group = String(match.1)
                text = text.replacing(group, with: "r\(repetition).\(group)")
            }
            try Data(text.utf8).write(to: crd(index))
        }
    }

    private func crd(_ index: Int) -> URL { crds.appending(path: "\(index).yaml") }

    /// Writes samples of kinds; returns the names of the kinds.
    func writeManifests(kinds: Int, count: Int) throws -> [String] {
        try FileManager.default.createDirectory(at: manifests, withIntermediateDirectories: true)
        var names: [String] = []
        var index = 0
        while names.count < kinds, FileManager.default.fileExists(atPath: crd(index).path) {
            let source = crd(index).path
            index += 1
            let listed = try run(["list", source, "--json"]).output
            guard let entry = try? JSONDecoder().decode([Entry].self, from: Data(listed.utf8)).first
            else { continue }
            let name = "\(entry.group)/\(entry.version)/\(entry.kind)"
            let sample = try run(["sample", name, "--full", "--crds", source])
            guard sample.end == .exit(0) else { continue }
            for number in 0..<count {
                let file = manifests.appending(path: "\(names.count)-\(number).yaml")
                try Data(sample.output.utf8).write(to: file)
            }
            names.append(name)
        }
        return names
    }

    /// Runs `crdgen`.
    func run(_ arguments: [String]) throws -> Command.Outcome {
        try Command([tool] + arguments).run(log: folder.appending(path: "log"))
    }

    private struct Entry: Decodable {
        let group: String
        let version: String
        let kind: String
    }
}
