import ArgumentParser
import CRDCatalog
import CRDGeneratorCore
import CRDYAML
import Foundation

/// The excerpts of OpenAPI documents that are added to a folder of CRDs, so that
/// manifests can be validated without the documents.
struct OpenAPIAddition {
    private let excerpts: [DocumentExcerpt]
    private let folder: CRDFolder

    /// Plans the addition of some kinds; nothing is written.
    ///
    /// Kinds that an earlier excerpt has are kept.
    ///
    /// - Parameters:
    ///   - paths: The paths of files and folders with the documents, or `-`; at least one.
    ///   - kinds: The names of the kinds; if it is empty, all kinds.
    ///   - folder: The folder.
    /// - Throws: `Diagnostic` if a document can't be read, or if none has a kind;
    ///   `ExitCode.failure` if definitions of the kinds have errors, after printing them.
    init(
        _ paths: [String],
        kinds: [String],
        to folder: CRDFolder
    ) throws {
        let documents = try OpenAPIDocuments(at: paths)
        var errors: [Diagnostic] = []
        excerpts = try documents.excerpts(of: kinds, &errors) { name throws(Diagnostic) in
            try Self.kinds(in: "\(folder.path)/\(name)")
        }
        StandardError.print(errors.inFileOrder())
        if !errors.isEmpty { throw ExitCode.failure }
        if excerpts.isEmpty {
            let message = "has no kinds of objects that can be created"
            throw Diagnostic(.error, message, file: paths[0])
        }
        self.folder = folder
    }

    /// Returns the kinds in an earlier excerpt; empty if there is none.
    ///
    /// - Throws: `Diagnostic` if it cannot be read, because its kinds would be lost.
    private static func kinds(in path: String) throws(Diagnostic) -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try OpenAPIDocuments(try Generator.Input(contentsOf: path)).kindNames
    }

    /// Writes the excerpts, and prints a line for each.
    ///
    /// - Throws: `ExitCode.failure` if a file cannot be written, after printing the error.
    func write() throws {
        let output = OutputFolder(path: folder.path)
        let changes = excerpts.map { output.change($0.fileName, to: $0.text) }
        try output.apply(changes) { change in
            let excerpt = excerpts.first { $0.fileName == change.path }
            let kinds = excerpt.map { "\($0.apiVersion): \($0.kinds.joined(separator: ", "))" }
            return "\(change.word)  \(folder.path)/\(change.path)  \(kinds ?? "")"
        }
        try StandardOutput.print(summary: "next: crdgen validate MANIFESTS --crds \(folder.path)")
    }
}

extension Change {
    fileprivate var word: String {
        switch kind {
        case .same: "unchanged"
        case .missing: "added    "
        case .different, .unused: "replaced "
        }
    }
}
